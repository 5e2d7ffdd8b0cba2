/** Roads, railways, ships, harbours and buildings. */
export const ROWS = `
harbour,port|Hafen,Häfen|puerto|port|порт,гавань|港口,港
dock worker,docker|Hafenarbeiter,Hafenarbeiterin,Docker|estibador,trabajador portuario|docker,ouvrier portuaire|докер,портовый рабочий|码头工人
container ship|Containerschiff|portacontenedores,buque portacontenedores|porte-conteneurs|контейнеровоз|集装箱船
shipping company,shipping line|Reederei,Schifffahrtsgesellschaft|naviera,compañía naviera|compagnie maritime,armateur|судоходная компания|航运公司,船公司
ship,vessel|Schiff,Schiffe|barco,buque,nave|navire,bateau|судно,корабль|船,船只,轮船
ferry|Fähre|transbordador,ferry|ferry,bac|паром|渡轮
boat|Boot|barca,bote|bateau,barque|лодка|小船
sailor|Seemann,Matrose|marinero|marin|моряк,матрос|水手
captain|Kapitän|capitán|capitaine|капитан|船长,队长
cargo,freight|Fracht,Ladung|carga,flete|cargaison,fret|груз|货物,货运
basin|Hafenbecken,Becken|dársena,cuenca|bassin|бассейн|港池,流域
terminal|Terminal|terminal|terminal|терминал|码头,航站楼
quay,pier|Kai,Pier|muelle|quai|причал,набережная|码头
crane|Kran,Kräne|grúa|grue|кран|起重机
automated,driverless|automatisiert,fahrerlos|automatizado,sin conductor|automatisé,sans conducteur|автоматизированный,беспилотный|自动化,无人驾驶
automation|Automatisierung|automatización|automatisation|автоматизация|自动化
dredging,dredge|Ausbaggerung,Baggerarbeiten,Baggern,ausbaggern|dragado,dragar|dragage,draguer|дноуглубление,дноуглубительные работы|疏浚,挖泥
dredger|Bagger,Baggerschiff|draga|drague|земснаряд|挖泥船
sea wall|Ufermauer,Seemauer|dique,rompeolas|digue|дамба,волнолом|海堤
wall|Mauer,Wand|muro,pared|mur|стена|墙
dam|Staudamm,Damm,Talsperre,Staumauer|presa,embalse,represa|barrage|плотина,дамба|大坝,水坝
reservoir|Stausee,Speicherbecken|embalse,depósito|réservoir,lac de retenue|водохранилище|水库
turbine|Turbine|turbina|turbine|турбина|涡轮机
power station,power plant|Kraftwerk|central eléctrica|centrale électrique,centrale|электростанция|发电厂,电站
nuclear power plant|Atomkraftwerk,Kernkraftwerk|central nuclear|centrale nucléaire|атомная электростанция,АЭС|核电站
electricity,power|Strom,Elektrizität|electricidad,energía eléctrica,luz|électricité,courant|электроэнергия,электричество|电力,电
megawatt|Megawatt|megavatio|mégawatt|мегаватт|兆瓦
solar|Solar,Sonnenenergie|solar|solaire|солнечный|太阳能
wind power|Windkraft,Windenergie|energía eólica|énergie éolienne,éolien|ветроэнергетика|风能,风电
battery|Batterie|batería|batterie|батарея,аккумулятор|电池
fuel|Treibstoff,Kraftstoff,Brennstoff|combustible|carburant,combustible|топливо|燃料
petrol|Benzin|gasolina|essence|бензин|汽油
diesel|Diesel|diésel,gasóleo|diesel,gazole|дизель|柴油
electric|elektrisch,Elektro|eléctrico|électrique|электрический|电动
electric bus|Elektrobus,Elektrobusse,E-Bus|autobús eléctrico,autobuses eléctricos|bus électrique,bus électriques|электробус,электрический автобус|电动公交车,电动巴士
electric car|Elektroauto,E-Auto|coche eléctrico|voiture électrique|электромобиль|电动汽车
bus|Bus,Busse,Autobus|autobús,bus|bus,autobus,autocar|автобус|公交车,巴士,公共汽车
tram|Straßenbahn,Tram|tranvía|tramway|трамвай|有轨电车
underground,subway|U-Bahn|metro|métro|метро|地铁
train|Zug,Züge|tren|train|поезд|火车,列车
railway|Eisenbahn,Bahn,Bahnlinie|ferrocarril|chemin de fer,voie ferrée|железная дорога|铁路
rail link|Bahnanschluss,Gleisanschluss,Bahnverbindung|conexión ferroviaria,enlace ferroviario|liaison ferroviaire|железнодорожное сообщение,железнодорожная ветка|铁路连接
station|Bahnhof|estación|gare|вокзал,станция|车站,火车站
public transport|öffentlicher Nahverkehr,öffentlicher Verkehr,Nahverkehr|transporte público|transports en commun,transports publics|общественный транспорт|公共交通
transport|Verkehr,Transport|transporte|transport,transports|транспорт|交通,运输
passenger|Passagier,Fahrgast,Fahrgäste|pasajero,viajero|passager,voyageur|пассажир|乘客,旅客
driver|Fahrer,Fahrerin|conductor,chófer|conducteur,chauffeur|водитель|司机
ticket|Fahrkarte,Fahrschein,Ticket|billete,boleto|billet,ticket|билет|车票,票
monthly pass|Monatskarte|abono mensual|abonnement mensuel|месячный проездной|月票
timetable|Fahrplan|horario|horaire|расписание|时刻表
lorry,truck|Lastwagen,Lkw|camión|camion|грузовик|卡车
bicycle,bike|Fahrrad,Rad|bicicleta,bici|vélo,bicyclette|велосипед|自行车
motorcycle|Motorrad|moto,motocicleta|moto|мотоцикл|摩托车
motorway|Autobahn|autopista|autoroute|автомагистраль,шоссе|高速公路
road|Straße,Landstraße|carretera|route|дорога|公路,道路
street|Straße|calle|rue|улица|街道
bridge|Brücke,Brücken|puente|pont|мост|桥,桥梁
footbridge|Fußgängerbrücke,Steg,Hängebrücke|pasarela,puente peatonal|passerelle|пешеходный мост,мостик|人行桥,步行桥
tunnel|Tunnel|túnel|tunnel|туннель,тоннель|隧道
cable|Kabel,Seil,Drahtseil|cable|câble|трос,кабель|电缆,钢索,缆绳
anchor|Anker|ancla,anclaje|ancre,ancrage|якорь|锚
rust|Rost|óxido,herrumbre|rouille|ржавчина|锈
traffic|Verkehr|tráfico|circulation,trafic|движение|交通
traffic jam|Stau|atasco|embouteillage,bouchon|пробка|堵车
accident|Unfall,Unglück|accidente|accident|авария,несчастный случай|事故
crash|Absturz,Zusammenstoß|choque,accidente|collision,crash|крушение,столкновение|坠毁,碰撞
speed|Geschwindigkeit,Tempo|velocidad|vitesse|скорость|速度
journey,trip|Reise,Fahrt|viaje|voyage,trajet|поездка,путешествие|旅程,行程
flight|Flug|vuelo|vol|рейс,полёт|航班
plane,aircraft|Flugzeug|avión|avion|самолёт|飞机
pilot|Pilot,Pilotin|piloto|pilote|пилот,лётчик|飞行员
airline|Fluggesellschaft|aerolínea|compagnie aérienne|авиакомпания|航空公司
route|Strecke,Route,Weg|ruta|itinéraire,route|маршрут|路线,航线
northern sea route|Nördlicher Seeweg,Nordostpassage|ruta marítima del norte|route maritime du Nord|Северный морской путь|北方海航道
parking|Parkplatz,Parken|aparcamiento,estacionamiento|parking,stationnement|парковка,стоянка|停车,停车场
building|Gebäude|edificio|bâtiment,immeuble|здание|建筑,大楼
construction|Bau,Bauarbeiten|construcción,obras|construction,travaux|строительство|建设,施工
builder|Bauunternehmer,Bauarbeiter|constructor,albañil|constructeur,maçon|строитель|建筑商,建筑工人
engineer|Ingenieur,Ingenieurin|ingeniero,ingeniera|ingénieur,ingénieure|инженер|工程师
architect|Architekt,Architektin|arquitecto|architecte|архитектор|建筑师
roof|Dach|tejado,techo|toit|крыша|屋顶
ceiling|Decke|techo|plafond|потолок|天花板
floor|Boden,Stockwerk|suelo,piso,planta|étage,sol|этаж,пол|楼层,地板
wing|Flügel,Trakt|ala|aile|крыло|翼,侧楼
window|Fenster|ventana|fenêtre|окно|窗户
skylight|Dachfenster,Oberlicht|claraboya,tragaluz|lucarne|световой люк|天窗
door,gate|Tür,Tor|puerta,portón|porte,portail|дверь,ворота|门,闸门
boiler,heating|Heizung,Heizkessel|caldera,calefacción|chaudière,chauffage|котёл,отопление|锅炉,供暖
lift|Aufzug,Fahrstuhl|ascensor|ascenseur|лифт|电梯
pipe|Rohr,Leitung|tubería|tuyau,conduite|труба|管子
drain|Abfluss|desagüe|canalisation,drain|сток|排水管
waste,rubbish|Abfall,Müll|basura,residuos|déchets,ordures|отходы,мусор|垃圾,废物
deep|tief|profundo,profunda|profond,profonde|глубокий|深
depth|Tiefe|profundidad|profondeur|глубина|深度
height|Höhe|altura|hauteur|высота|高度
length|Länge|longitud|longueur|длина|长度
width|Breite|anchura|largeur|ширина|宽度
weight|Gewicht|peso|poids|вес|重量
size|Größe|tamaño|taille|размер|大小,规模
distance|Entfernung,Distanz|distancia|distance|расстояние|距离
metre|Meter|metro,metros|mètre,mètres|метр|米
kilometre|Kilometer|kilómetro,kilómetros|kilomètre,kilomètres|километр|公里
hectare|Hektar|hectárea,hectáreas|hectare,hectares|гектар|公顷
cubic metre|Kubikmeter|metro cúbico,metros cúbicos|mètre cube,mètres cubes|кубометр,кубический метр|立方米
litre|Liter|litro|litre|литр|升
kilogram|Kilogramm,Kilo|kilogramo,kilo|kilogramme,kilo|килограмм|公斤
ton,tonne|Tonne,Tonnen|tonelada,toneladas|tonne,tonnes|тонна,тонн|吨
`
