/** Research, space, computers, schools and media. */
export const ROWS = `
science|Wissenschaft|ciencia|science|наука|科学
scientist,researcher|Wissenschaftler,Wissenschaftlerin,Forscher,Forscherin|científico,científica,investigador|scientifique,chercheur,chercheuse|учёный,исследователь,учёные|科学家,研究人员
research|Forschung|investigación|recherche|исследование,исследования|研究
study|Studie,Untersuchung|estudio|étude|исследование|研究报告,研究
study|studieren,untersuchen|estudiar|étudier|изучать,учиться|研究,学习
experiment|Experiment,Versuch|experimento|expérience|эксперимент,опыт|实验
discovery|Entdeckung|descubrimiento,hallazgo|découverte|открытие|发现
invention|Erfindung|invento|invention|изобретение|发明
theory|Theorie|teoría|théorie|теория|理论
data|Daten|datos|données|данные|数据
method|Methode|método|méthode|метод|方法
result|Ergebnis,Ergebnisse|resultado,resultados|résultat,résultats|результат,результаты,итог|结果
measurement|Messung|medición|mesure|измерение|测量
forecast,prediction|Vorhersage,Prognose|pronóstico,previsión|prévision,pronostic|прогноз|预测,预报
professor|Professor,Professorin|profesor,catedrático|professeur,professeure|профессор|教授
historian|Historiker,Historikerin|historiador,historiadora|historien,historienne|историк|历史学家
geographer|Geograf,Geografin|geógrafo|géographe|географ|地理学家
analyst|Analyst,Analystin,Beobachter|analista|analyste|аналитик|分析师,分析人士
expert|Experte,Expertin,Fachmann,Fachleute|experto,experta,perito|expert,experte|эксперт,специалист|专家
astronomer|Astronom,Astronomin|astrónomo|astronome|астроном|天文学家
astronomy|Astronomie|astronomía|astronomie|астрономия|天文学
observatory|Sternwarte,Observatorium|observatorio|observatoire|обсерватория|天文台
telescope|Teleskop,Fernrohr|telescopio|télescope|телескоп|望远镜
amateur|Amateur,Hobby|aficionado|amateur|любитель|业余爱好者,业余
space|Weltraum,Weltall,Raum|espacio|espace|космос|太空,空间
planet|Planet|planeta|planète|планета|行星
star|Stern|estrella|étoile|звезда|星星,恒星
sun|Sonne|sol|soleil|солнце|太阳
moon|Mond|luna|lune|луна|月亮,月球
earth|Erde|Tierra|Terre|Земля|地球
comet|Komet,Kometen|cometa|comète|комета|彗星
brightness|Helligkeit|brillo|luminosité|яркость|亮度
bright|hell|brillante|brillant,lumineux|яркий|明亮
visible|sichtbar|visible|visible|видимый|可见
naked eye|bloßes Auge,bloßem Auge|a simple vista|œil nu|невооружённый глаз,невооружённым глазом|肉眼
tail|Schweif,Schwanz|cola|queue|хвост|尾巴,彗尾
core|Kern|núcleo|noyau|ядро|核心,彗核
satellite|Satellit|satélite|satellite|спутник|卫星
satellite picture,satellite image|Satellitenbild,Satellitenbilder,Satellitenaufnahme|imagen de satélite,imágenes de satélite|image satellite,images satellite|спутниковый снимок,спутниковые снимки|卫星图像,卫星照片
rocket|Rakete|cohete|fusée|ракета|火箭
instrument|Instrument|instrumento|instrument|прибор,инструмент|仪器,乐器
gauge|Pegel,Messgerät,Messstation|medidor,indicador|jauge,capteur|датчик,измеритель|测量仪,水位计
technology|Technologie,Technik|tecnología|technologie|технология|技术,科技
computer|Computer,Rechner|ordenador,computadora|ordinateur|компьютер|电脑,计算机
software|Software|software,programa|logiciel|программа|软件
artificial intelligence|künstliche Intelligenz,KI|inteligencia artificial|intelligence artificielle|искусственный интеллект|人工智能
robot|Roboter|robot|robot|робот|机器人
chip,semiconductor|Chip,Halbleiter|chip,semiconductor|puce,semi-conducteur|чип,полупроводник|芯片,半导体
microelectronics|Mikroelektronik|microelectrónica|microélectronique|микроэлектроника|微电子
internet|Internet|internet|internet|интернет|互联网,网络
website|Website,Webseite|sitio web,página web|site web,site internet|сайт|网站
phone|Telefon,Handy|teléfono,móvil|téléphone,portable|телефон|电话,手机
telephone,call|anrufen,telefonieren|llamar por teléfono,telefonear|téléphoner,appeler|звонить,позвонить|打电话
hacker|Hacker|hacker,pirata informático|pirate informatique|хакер|黑客
cyberattack|Cyberangriff,Hackerangriff|ciberataque|cyberattaque|кибератака|网络攻击
privacy|Datenschutz,Privatsphäre|privacidad|vie privée|конфиденциальность|隐私
media|Medien|medios,medios de comunicación|médias|СМИ|媒体
newspaper|Zeitung|periódico,diario|journal|газета|报纸,报
magazine|Zeitschrift,Magazin|revista|magazine|журнал|杂志
journalist,reporter|Journalist,Journalistin,Reporter|periodista,reportero|journaliste,reporter|журналист,репортёр|记者
news agency|Nachrichtenagentur|agencia de noticias|agence de presse|информационное агентство|通讯社
news|Nachricht,Nachrichten,Neuigkeit|noticia,noticias|nouvelle,nouvelles,actualité|новость,новости|新闻,消息
television|Fernsehen|televisión|télévision|телевидение|电视
radio|Radio,Rundfunk|radio|radio|радио|广播,电台
interview|Interview|entrevista|interview,entretien|интервью|采访
picture,photo|Bild,Foto,Aufnahme|foto,imagen,fotografía|photo,image|фотография,снимок|照片,图片
school|Schule,Schulen|escuela,colegio|école|школа|学校
school class,class|Schulklasse,Klasse|clase|classe|класс|班级,课
pupil|Schüler,Schülerin|alumno,alumna|élève|ученик,школьник|学生,小学生
teacher|Lehrer,Lehrerin|profesor,maestra,maestro|professeur,enseignant,instituteur|учитель,учительница|教师,老师
student|Student,Studentin,Studierende|estudiante|étudiant,étudiante|студент|大学生,学生
university|Universität,Hochschule|universidad|université|университет|大学
education|Bildung|educación|éducation,enseignement|образование|教育
exam|Prüfung|examen|examen|экзамен|考试
library|Bibliothek|biblioteca|bibliothèque|библиотека|图书馆
book|Buch,Bücher|libro|livre|книга|书
museum|Museum|museo|musée|музей|博物馆
`
