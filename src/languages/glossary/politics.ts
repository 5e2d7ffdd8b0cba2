/** Governments, elections, diplomacy, war and peace. */
export const ROWS = `
United States,American|USA,Vereinigte Staaten,US|EE. UU.,EEUU,Estados Unidos|États-Unis,USA|США,Соединённые Штаты|美国
European Union,EU|Europäische Union,EU|Unión Europea,UE|Union européenne,UE|Евросоюз,ЕС,Европейский союз|欧盟
United Nations,UN|Vereinte Nationen,UNO,UN|Naciones Unidas,ONU|Nations unies,ONU|ООН,Организация Объединённых Наций|联合国
Security Council|Sicherheitsrat|Consejo de Seguridad|Conseil de sécurité|Совет Безопасности,Совбез|安理会,安全理事会
NATO|NATO|OTAN|OTAN|НАТО|北约
prime minister,premier|Ministerpräsident,Premierminister,Premierministerin|primer ministro,primera ministra|premier ministre,première ministre|премьер-министр,премьер|总理,首相
foreign minister|Außenminister,Außenministerin|ministro de Exteriores,canciller|ministre des Affaires étrangères|министр иностранных дел|外交部长,外长
foreign policy|Außenpolitik|política exterior|politique étrangère|внешняя политика|外交政策
defence minister|Verteidigungsminister,Verteidigungsministerin|ministro de Defensa,ministra de Defensa|ministre de la Défense|министр обороны|国防部长,防长
finance minister|Finanzminister,Finanzministerin|ministro de Finanzas,ministro de Hacienda|ministre des Finances|министр финансов|财政部长,财长
health minister|Gesundheitsminister,Gesundheitsministerin|ministro de Sanidad,ministra de Sanidad|ministre de la Santé|министр здравоохранения|卫生部长
interior minister|Innenminister,Innenministerin|ministro del Interior|ministre de l'Intérieur|министр внутренних дел|内政部长
transport minister|Verkehrsminister,Verkehrsministerin|ministro de Transportes|ministre des Transports|министр транспорта|交通部长
chancellor|Kanzler,Bundeskanzler,Kanzlerin,Bundeskanzlerin|canciller|chancelier,chancelière|канцлер|总理
secretary of state|Außenminister,Staatssekretär|secretario de Estado|secrétaire d'État|госсекретарь|国务卿
secretary general,general secretary|Generalsekretär,Generalsekretärin|secretario general,secretaria general|secrétaire général,secrétaire générale|генеральный секретарь,генсек|秘书长
ministry|Ministerium|ministerio|ministère|министерство|部门,部
cabinet|Kabinett|gabinete|cabinet|кабинет|内阁
governor|Gouverneur,Gouverneurin|gobernador,gobernadora|gouverneur|губернатор|州长,省长
senator|Senator,Senatorin|senador,senadora|sénateur,sénatrice|сенатор|参议员
senate|Senat|senado|sénat|сенат|参议院
congress|Kongress|congreso|congrès|конгресс|国会
member of parliament,lawmaker,deputy|Abgeordneter,Abgeordnete,Abgeordneten|diputado,diputada,parlamentario|député,députée,parlementaire|депутат,парламентарий|议员
councillor,council member|Ratsmitglied,Stadtrat,Stadträtin,Gemeinderat|concejal,concejala|conseiller municipal,conseiller|член совета,депутат горсовета|市议员,议员
city council,council|Stadtrat,Gemeinderat,Stadtparlament|ayuntamiento,concejo,consejo municipal|conseil municipal|городской совет,горсовет|市议会
town hall,city hall|Rathaus|ayuntamiento|mairie,hôtel de ville|мэрия,ратуша|市政厅
deputy mayor|Vizebürgermeister,stellvertretender Bürgermeister|teniente de alcalde,vicealcalde|maire adjoint,adjoint au maire|заместитель мэра,вице-мэр|副市长
vice president|Vizepräsident,Vizepräsidentin|vicepresidente,vicepresidenta|vice-président,vice-présidente|вице-президент|副总统,副主席
speaker|Parlamentspräsident,Redner|presidente del parlamento,orador|président de l'assemblée,orateur|спикер|议长
chairwoman,chairman|Vorsitzende,Präsidentin|presidenta|présidente|председательница|女主席
opposition leader|Oppositionsführer,Oppositionsführerin|líder de la oposición,jefe de la oposición|chef de l'opposition|лидер оппозиции|反对派领袖,反对党领袖
coalition|Koalition|coalición|coalition|коалиция|联合政府,联盟
majority|Mehrheit|mayoría|majorité|большинство|多数,大多数
minority|Minderheit|minoría|minorité|меньшинство|少数
election|Wahl,Wahlen|elecciones,elección,comicios|élection,élections,scrutin|выборы|选举,大选
election campaign|Wahlkampf|campaña electoral|campagne électorale|предвыборная кампания|竞选活动,竞选
voter|Wähler,Wählerin|votante,elector|électeur,électrice|избиратель|选民
ballot|Urabstimmung,Stimmzettel|papeleta,votación|scrutin,bulletin de vote|бюллетень,голосование|选票
poll,survey|Umfrage|encuesta,sondeo|sondage|опрос|民意调查,民调
turnout|Wahlbeteiligung,Beteiligung|participación|participation|явка|投票率
constituency,district|Wahlkreis|circunscripción,distrito|circonscription|избирательный округ,округ|选区
mandate|Mandat|mandato|mandat|мандат|授权
term of office,term|Amtszeit|mandato,legislatura|mandat|срок полномочий,срок|任期
inauguration|Amtseinführung|toma de posesión,investidura|investiture|инаугурация|就职典礼
constitution|Verfassung,Grundgesetz|constitución|constitution|конституция|宪法
democracy|Demokratie|democracia|démocratie|демократия|民主
dictator|Diktator|dictador|dictateur|диктатор|独裁者
presidential|Präsidentschaft|presidencial|présidentiel,présidentielle|президентский|总统选举
king|König|rey|roi|король|国王
queen|Königin|reina|reine|королева|女王,王后
citizen|Bürger,Bürgerin|ciudadano,ciudadana|citoyen,citoyenne|гражданин,житель|公民
resident,inhabitant|Einwohner,Bewohner,Anwohner|habitante,residente,vecino|habitant,résident,riverain|житель|居民
population|Bevölkerung|población|population|население|人口
minister|Ministerin,Minister|ministra,ministro|ministre|министр|部长,大臣
official|Beamter,Beamte,Funktionär|funcionario|fonctionnaire,responsable|чиновник|官员
spokesman,spokeswoman,spokesperson|Sprecher,Sprecherin|portavoz|porte-parole|представитель,пресс-секретарь,представительница|发言人
envoy|Gesandter,Gesandte|enviado,enviada|émissaire,envoyé|посланник|特使
delegation|Delegation|delegación|délégation|делегация|代表团
diplomat|Diplomat,Diplomatin|diplomático|diplomate|дипломат|外交官
diplomacy|Diplomatie|diplomacia|diplomatie|дипломатия|外交
embassy|Botschaft|embajada|ambassade|посольство|大使馆,使馆
ambassador|Botschafter,Botschafterin|embajador,embajadora|ambassadeur,ambassadrice|посол|大使
summit|Gipfel,Gipfeltreffen|cumbre|sommet|саммит|峰会
conference|Konferenz|conferencia|conférence|конференция|会议,大会
press conference|Pressekonferenz|rueda de prensa,conferencia de prensa|conférence de presse|пресс-конференция|新闻发布会,记者会
speech|Rede,Ansprache|discurso|discours|речь,выступление|演讲,讲话
statement|Erklärung,Stellungnahme|declaración,comunicado|déclaration,communiqué|заявление|声明
joint statement|gemeinsame Erklärung|declaración conjunta|déclaration commune|совместное заявление|联合声明
treaty|Vertrag,Staatsvertrag|tratado|traité|договор|条约
peace plan|Friedensplan|plan de paz|plan de paix|мирный план|和平计划,和平方案
peace talks|Friedensgespräche,Friedensverhandlungen|conversaciones de paz,negociaciones de paz|pourparlers de paix|мирные переговоры|和平谈判,和谈
peace conference|Friedenskonferenz|conferencia de paz|conférence de paix|мирная конференция|和平会议
talks,negotiations|Gespräche,Verhandlungen|conversaciones,negociaciones,diálogo|négociations,pourparlers,discussions|переговоры|谈判,会谈
mediator|Vermittler,Vermittlerin,Mediator,Schlichter|mediador,mediadora|médiateur,médiatrice|посредник|调解人,调停人,斡旋者
ally|Verbündeter,Verbündete|aliado|allié|союзник|盟友,盟国
rival|Rivale,Konkurrent|rival|rival,rivale|соперник,конкурент|对手,竞争对手
enemy|Feind|enemigo|ennemi|враг|敌人
friend|Freund,Freundin|amigo,amiga|ami,amie|друг|朋友
neighbour|Nachbar,Nachbarin,Nachbarland|vecino,vecina|voisin,voisine|сосед|邻居,邻国
relationship,relations|Beziehung,Verhältnis,Beziehungen|relación,relaciones|relation,relations|отношения|关系
partnership|Partnerschaft|asociación,alianza|partenariat|партнёрство|伙伴关系
influence|Einfluss|influencia|influence|влияние|影响,影响力
dependence|Abhängigkeit|dependencia|dépendance|зависимость|依赖
independence|Unabhängigkeit|independencia|indépendance|независимость|独立
sovereignty|Souveränität|soberanía|souveraineté|суверенитет|主权
territory|Gebiet,Territorium|territorio|territoire|территория|领土
border crossing|Grenzübergang|paso fronterizo|poste-frontière|пограничный переход|口岸
conflict|Konflikt|conflicto|conflit|конфликт|冲突
tension|Spannung,Spannungen|tensión,tensiones|tension,tensions|напряжённость|紧张
dispute|Streit,Auseinandersetzung,Streitigkeit|disputa,litigio,conflicto|différend,litige,dispute|спор|争端,纠纷
ceasefire,truce|Waffenstillstand,Feuerpause,Waffenruhe|alto el fuego,tregua|cessez-le-feu,trêve|перемирие,прекращение огня|停火
soldier|Soldat,Soldatin|soldado,militar|soldat,militaire|солдат,военный|士兵,军人
general|General|general|général|генерал|将军
officer|Offizier|oficial|officier|офицер|军官
navy|Marine|marina,armada|marine|флот|海军
air force|Luftwaffe|fuerza aérea|armée de l'air|ВВС|空军
warship|Kriegsschiff|buque de guerra|navire de guerre|военный корабль|军舰
tank|Panzer|tanque|char|танк|坦克
missile|Rakete|misil|missile|ракета|导弹
bomb|Bombe|bomba|bombe|бомба|炸弹
bomber|Bomber|bombardero|bombardier|бомбардировщик|轰炸机
drone|Drohne|dron|drone|дрон,беспилотник|无人机
weapon|Waffe|arma|arme|оружие|武器
ammunition|Munition|munición|munitions|боеприпасы|弹药
military exercise,exercise|Militärübung,Manöver,Übung|maniobras,ejercicio militar|manœuvres,exercice militaire|учения|军事演习,演习
patrol|Patrouille|patrulla|patrouille|патруль|巡逻
defence industry|Rüstungsindustrie|industria de defensa,industria armamentística|industrie de défense,industrie de l'armement|оборонная промышленность|国防工业,军工
sanctions|Sanktionen|sanciones|sanctions|санкции|制裁
export controls|Exportkontrollen,Ausfuhrkontrollen|controles de exportación|contrôles à l'exportation|экспортный контроль|出口管制
embargo|Embargo|embargo|embargo|эмбарго|禁运
invasion|Invasion,Einmarsch,Überfall|invasión|invasion|вторжение|入侵
refugee|Flüchtling,Geflüchtete|refugiado,refugiada|réfugié,réfugiée|беженец|难民
migrant|Migrant,Migrantin|migrante,inmigrante|migrant|мигрант|移民
asylum|Asyl|asilo|asile|убежище|庇护
human rights|Menschenrechte|derechos humanos|droits de l'homme,droits humains|права человека|人权
hostage|Geisel|rehén|otage|заложник|人质
terrorism|Terrorismus|terrorismo|terrorisme|терроризм|恐怖主义
spy|Spion,Spionin|espía|espion,espionne|шпион|间谍
secret|geheim,Geheimnis|secreto,secreta|secret,secrète|тайный,секретный,секрет|秘密,机密
corruption|Korruption|corrupción|corruption|коррупция|腐败
bribe|Bestechung,Schmiergeld|soborno|pot-de-vin|взятка|贿赂
scandal|Skandal|escándalo|scandale|скандал|丑闻
demonstration,protest,march|Demonstration,Kundgebung,Protestmarsch|manifestación,marcha|manifestation,marche|демонстрация,митинг,марш|示威,游行
demonstrator,protester,marcher|Demonstrant,Demonstrantin|manifestante|manifestant,manifestante|демонстрант,протестующий|示威者,抗议者
petition|Petition,Bittschrift|petición|pétition|петиция|请愿书,请愿
signature|Unterschrift,Unterschriften|firma,firmas|signature,signatures|подпись,подписи|签名
supporter|Anhänger,Befürworter,Unterstützer|partidario,seguidor|partisan,soutien|сторонник|支持者
opponent|Gegner,Gegnerin|opositor,adversario,detractor|opposant,adversaire|противник|反对者
critic|Kritiker,Kritikerin|crítico,crítica|critique,détracteur|критик|批评者
activist,campaigner|Aktivist,Aktivistin|activista|militant,activiste|активист|活动人士
reform|Reform|reforma|réforme|реформа|改革
bill|Gesetzentwurf|proyecto de ley|projet de loi|законопроект|法案
decree,order|Erlass,Dekret,Verordnung|decreto|décret|указ|法令,行政命令
demand,claim|Forderung,Forderungen|demanda,exigencia,reivindicación|revendication,exigence,demande|требование|要求,诉求
condition|Bedingung,Bedingungen,Auflagen|condición,condiciones|condition,conditions|условие,условия|条件
goal,aim|Ziel,Ziele|objetivo,meta|objectif,but|цель|目标
measure,step|Maßnahme,Maßnahmen|medida,medidas|mesure,mesures|мера,меры|措施,举措
advantages and disadvantages|Vor- und Nachteile|ventajas y desventajas|avantages et inconvénients|преимущества и недостатки|优缺点,利弊
pros and cons|Pro und Contra,Für und Wider|pros y contras|le pour et le contre|за и против,плюсы и минусы|正反两面
arguments|Argumente|argumentos|arguments|аргументы,доводы|论据
disadvantage|Nachteil|desventaja,inconveniente|inconvénient,désavantage|недостаток|缺点,坏处
concession|Zugeständnis|concesión|concession|уступка|让步
compromise|Kompromiss|compromiso,acuerdo|compromis|компромисс|妥协
consensus|Konsens|consenso|consensus|консенсус|共识
trust|Vertrauen|confianza|confiance|доверие|信任
support|Unterstützung,Rückhalt|apoyo,respaldo|soutien,appui|поддержка|支持
resistance|Widerstand|resistencia|résistance|сопротивление|抵抗
rally|Kundgebung|mitin,concentración|rassemblement|митинг|集会
member|Mitglied,Mitglieder|miembro,miembros,socio|membre,membres|член,участник|成员,会员
board|Vorstand,Aufsichtsrat,Verwaltungsrat|junta,consejo de administración|conseil d'administration,bureau|правление,совет|董事会,理事会
commission|Kommission|comisión|commission|комиссия|委员会
association,federation|Verband,Verein,Vereinigung|asociación,federación|association,fédération|ассоциация,федерация,объединение|协会,联合会
foundation|Stiftung|fundación|fondation|фонд|基金会
charity|Wohltätigkeitsorganisation|organización benéfica|organisation caritative|благотворительная организация|慈善机构
authority|Behörde,Verwaltung|autoridad,autoridades|autorité,autorités|управление,власти|当局,管理局
port authority,harbour authority|Hafenbehörde,Hafenverwaltung|autoridad portuaria|autorité portuaire,capitainerie|портовые власти,портовая администрация,администрация порта|港务局,港口管理局
public|Öffentlichkeit,öffentlich|público,pública|public,publique|общественность,публика|公众,公开
`
