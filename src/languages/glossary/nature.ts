/** Weather, land, water, animals and plants. */
export const ROWS = `
weather|Wetter|tiempo,clima|météo,temps|погода|天气
climate|Klima|clima|climat|климат|气候
climate change|Klimawandel|cambio climático|changement climatique|изменение климата|气候变化
global warming|Erderwärmung|calentamiento global|réchauffement climatique|глобальное потепление|全球变暖
emission|Emission,Ausstoß|emisión|émission|выброс|排放
pollution|Verschmutzung|contaminación,polución|pollution|загрязнение|污染
environment|Umwelt|medio ambiente|environnement|окружающая среда|环境
environmental|Umwelt,ökologisch|ambiental,medioambiental,ecológico|environnemental,écologique|экологический|环保
environmentalist|Umweltschützer,Umweltschützerin,Naturschützer|ecologista,ambientalista|écologiste|эколог,защитник природы|环保人士
environmental group|Umweltgruppe,Umweltverband,Umweltorganisation|grupo ecologista,organización ecologista|groupe écologiste,association écologiste|экологическая группа,экологическая организация|环保组织
environmental assessment|Umweltprüfung,Umweltverträglichkeitsprüfung|evaluación ambiental,estudio de impacto ambiental|évaluation environnementale,étude d'impact|экологическая экспертиза|环境评估,环评
assessment|Prüfung,Bewertung|evaluación|évaluation|оценка,экспертиза|评估
nature|Natur|naturaleza|nature|природа|自然
rain|Regen|lluvia|pluie|дождь|雨
rain|regnen|llover|pleuvoir|идти дождь|下雨
snow|Schnee|nieve|neige|снег|雪
ice|Eis|hielo|glace|лёд|冰
wind|Wind|viento|vent|ветер|风
storm|Sturm,Unwetter|tormenta,temporal|tempête,orage|буря,шторм|风暴,暴风雨
storm surge|Sturmflut|marejada ciclónica|onde de tempête|штормовой нагон|风暴潮
hurricane|Hurrikan,Orkan|huracán|ouragan|ураган|飓风
flood,flooding|Hochwasser,Überschwemmung,Flut|inundación,inundaciones|inondation,inondations,crue|наводнение|洪水
drought|Dürre,Trockenheit|sequía|sécheresse|засуха|干旱
heat|Hitze|calor|chaleur|жара|高温,热
cold|Kälte,kalt|frío|froid|холод,холодный|寒冷,冷
temperature|Temperatur|temperatura|température|температура|气温,温度
earthquake|Erdbeben|terremoto,seísmo|séisme,tremblement de terre|землетрясение|地震
volcano|Vulkan|volcán|volcan|вулкан|火山
landslide|Erdrutsch|deslizamiento de tierra|glissement de terrain|оползень|山体滑坡
wildfire|Waldbrand|incendio forestal|incendie de forêt,feu de forêt|лесной пожар|山火,森林火灾
disaster|Katastrophe|desastre,catástrofe|catastrophe|катастрофа,бедствие|灾难,灾害
river|Fluss,Strom|río|fleuve,rivière|река|河流,河
stream|Bach|arroyo|ruisseau|ручей|小溪
lake|See|lago|lac|озеро|湖
sea|Meer,See|mar|mer|море|海
ocean|Ozean|océano|océan|океан|海洋
coast,shore|Küste,Ufer|costa,orilla|côte,rivage|побережье,берег|海岸,沿海
beach|Strand|playa|plage|пляж|海滩
island|Insel|isla|île|остров|岛,岛屿
delta|Delta|delta|delta|дельта|三角洲
estuary,mouth|Mündung|desembocadura,estuario|embouchure,estuaire|устье|河口
upstream|flussaufwärts,stromaufwärts|río arriba|en amont|вверх по течению|上游
downstream|flussabwärts,stromabwärts|río abajo|en aval|вниз по течению|下游
fresh water|Süßwasser,Trinkwasser|agua dulce|eau douce|пресная вода|淡水
drinking water|Trinkwasser|agua potable|eau potable|питьевая вода|饮用水
salt water|Salzwasser|agua salada|eau salée|солёная вода|盐水,海水
flow|Durchfluss,Strömung|caudal,flujo|débit,flux|расход,сток,поток|流量
tide|Gezeiten,Flut,Ebbe|marea|marée|прилив|潮汐
wave|Welle|ola,onda|vague,onde|волна|波浪
marsh,wetland|Sumpf,Feuchtgebiet,Marschland,Salzwiesen|marisma,humedal,pantano|marais,zone humide|болото,водно-болотные угодья|沼泽,湿地
mud|Schlamm,Schlick|barro,lodo|boue,vase|ил,грязь|泥,淤泥
mountain|Berg,Gebirge|montaña|montagne|гора|山
valley|Tal|valle|vallée|долина|山谷
gorge|Schlucht|garganta,desfiladero|gorge,gorges|ущелье|峡谷
desert|Wüste|desierto|désert|пустыня|沙漠
forest|Wald|bosque,selva|forêt|лес|森林
tree|Baum,Bäume|árbol|arbre|дерево|树
plant|Pflanze|planta|plante|растение|植物
flower|Blume|flor|fleur|цветок|花
garden|Garten|jardín|jardin|сад|花园
park|Park|parque|parc|парк|公园
soil|Erde,Boden|suelo,tierra|sol,terre|почва,земля|土壤
seabed|Meeresboden|fondo marino|fond marin|морское дно|海床,海底
stone,rock|Stein,Fels|piedra,roca|pierre,roche|камень,скала|石头,岩石
sand|Sand|arena|sable|песок|沙子
dust|Staub|polvo|poussière|пыль|灰尘
air|Luft|aire|air|воздух|空气
light|Licht|luz|lumière|свет|光
animal|Tier,Tiere|animal|animal,animaux|животное,животные|动物
bird|Vogel,Vögel|pájaro,ave|oiseau,oiseaux|птица|鸟,鸟类
pair,couple|Paar|pareja,par|couple,paire|пара|对,一对
pigeon|Taube,Tauben|paloma|pigeon|голубь|鸽子
dog|Hund|perro|chien|собака|狗
cat|Katze|gato|chat|кошка|猫
horse|Pferd|caballo|cheval|лошадь|马
cow|Kuh|vaca|vache|корова|牛
sheep|Schaf|oveja|mouton|овца|羊
pig|Schwein|cerdo|porc,cochon|свинья|猪
wolf|Wolf|lobo|loup|волк|狼
bear|Bär|oso|ours|медведь|熊
bee|Biene|abeja|abeille|пчела|蜜蜂
species|Art,Spezies|especie|espèce|вид|物种
colony|Kolonie|colonia|colonie|колония|群体,殖民地
sunset|Sonnenuntergang|puesta de sol|coucher du soleil|закат|日落
sunrise|Sonnenaufgang|amanecer|lever du soleil|восход|日出
spring|Frühling,Frühjahr|primavera|printemps|весна|春天,春季
summer|Sommer|verano|été|лето|夏天,夏季
autumn|Herbst|otoño|automne|осень|秋天,秋季
winter|Winter|invierno|hiver|зима|冬天,冬季
season|Saison,Jahreszeit|temporada,estación|saison|сезон|季节,赛季
west|Westen|oeste|ouest|запад|西
east|Osten|este,oriente|est|восток|东
arctic|Arktis,arktisch|Ártico,ártico|Arctique,arctique|Арктика,арктический|北极
asia|Asien|Asia|Asie|Азия|亚洲
central asia|Zentralasien|Asia Central|Asie centrale|Центральная Азия|中亚
africa|Afrika|África|Afrique|Африка|非洲
middle east|Naher Osten|Oriente Medio,Oriente Próximo|Moyen-Orient,Proche-Orient|Ближний Восток|中东
`
