/** Courts, police and crime. */
export const ROWS = `
sue,suit,lawsuit,take to court|verklagen,vor Gericht ziehen,klagen|demandar,llevar a los tribunales|poursuivre en justice,attaquer en justice,porter plainte|подать в суд,судиться|起诉,告上法庭
lawsuit,suit,case|Klage,Gerichtsverfahren|demanda,pleito|procès,action en justice,recours|иск,судебное дело|诉讼,官司
court|Gericht,Gerichtshof|tribunal,corte,juzgado|tribunal,cour|суд|法院,法庭
supreme court|Oberstes Gericht,Oberster Gerichtshof|Tribunal Supremo,Corte Suprema|Cour suprême|Верховный суд|最高法院
administrative court|Verwaltungsgericht|tribunal administrativo|tribunal administratif|административный суд|行政法院
constitutional court|Verfassungsgericht|Tribunal Constitucional|Conseil constitutionnel,Cour constitutionnelle|Конституционный суд|宪法法院
international court|Internationaler Gerichtshof|Corte Internacional|Cour internationale|Международный суд|国际法院
judge|Richter,Richterin|juez,jueza|juge,magistrat|судья|法官
lawyer|Anwalt,Anwältin,Rechtsanwalt,Jurist|abogado,abogada|avocat,avocate|адвокат,юрист|律师
prosecutor|Staatsanwalt,Staatsanwältin,Staatsanwaltschaft|fiscal,fiscalía|procureur,parquet|прокурор,прокуратура|检察官
plaintiff|Kläger,Klägerin|demandante|plaignant,requérant|истец|原告
defendant|Angeklagter,Angeklagte,Beklagte|acusado,demandado|accusé,prévenu,défendeur|обвиняемый,ответчик|被告
witness|Zeuge,Zeugin|testigo|témoin|свидетель|证人,目击者
jury|Jury,Geschworene|jurado|jury|присяжные,жюри|陪审团
trial|Prozess,Gerichtsprozess|juicio|procès|судебный процесс,суд|审判,庭审
hearing|Anhörung,Verhandlung|audiencia,vista|audience|слушание|听证会
verdict|Urteil,Urteilsspruch|veredicto|verdict|вердикт|判决
ruling,judgment,decision|Urteil,Entscheidung,Beschluss|fallo,sentencia,resolución|jugement,arrêt,décision|решение суда,постановление|裁决,裁定
sentence|Strafe,Haftstrafe|condena,pena|peine|приговор,наказание|刑罚,判刑
sentence,convict|verurteilen|condenar|condamner|приговорить,осудить|判处,定罪
appeal|Berufung,Einspruch,Revision|apelación,recurso|appel,recours|апелляция|上诉
injunction|einstweilige Verfügung|medida cautelar|injonction,référé|судебный запрет|禁令
ban|Verbot|prohibición,veto|interdiction|запрет|禁令,禁止
ban,forbid,prohibit|verbieten,untersagen|prohibir|interdire|запретить,запрещать|禁止
unlawful,illegal|rechtswidrig,illegal,unrechtmäßig|ilegal,ilícito|illégal,illicite|незаконный,нелегальный|非法,违法
lawful,legal|rechtmäßig,legal|legal,lícito|légal,licite|законный|合法
law|Gesetz,Recht|ley,derecho|loi,droit|закон,право|法律
rule,regulation|Regel,Vorschrift|norma,regla,reglamento|règle,règlement|правило,норма|规则,规定
clause|Klausel|cláusula|clause|пункт,оговорка|条款
licence,license|Lizenz,Zulassung,Konzession|licencia|licence,autorisation|лицензия|许可证,执照
permit,permission|Genehmigung,Erlaubnis|permiso,autorización|permis,autorisation|разрешение|许可,批准
right|Recht|derecho|droit|право|权利
obligation,duty|Pflicht,Verpflichtung|obligación,deber|obligation,devoir|обязанность,обязательство|义务
evidence,proof|Beweis,Beweise|prueba,pruebas|preuve,preuves|доказательство|证据
accusation,charge|Vorwurf,Anklage,Beschuldigung|acusación,cargo|accusation|обвинение|指控
complaint|Anzeige,Strafanzeige,Beschwerde|denuncia,queja|plainte|жалоба,заявление в полицию|投诉,控告
inquiry,investigation|Untersuchung,Ermittlung,Ermittlungen|investigación|enquête|расследование|调查
investigator|Ermittler,Ermittlerin|investigador|enquêteur|следователь|调查员
inspector|Inspektor,Prüfer,Kontrolleur|inspector|inspecteur|инспектор|检查员
inspection|Inspektion,Prüfung,Kontrolle|inspección,control|inspection,contrôle|проверка,инспекция|检查
police|Polizei|policía|police|полиция|警方,警察
police officer,policeman|Polizist,Polizistin|agente de policía,policía|policier,policière,agent de police|полицейский|警察,警官
crime|Verbrechen,Straftat,Kriminalität|crimen,delito|crime,délit|преступление|犯罪
criminal|Verbrecher,kriminell|criminal,delincuente|criminel|преступник|罪犯
murder|Mord|asesinato,homicidio|meurtre,assassinat|убийство|谋杀
murderer|Mörder|asesino|meurtrier,assassin|убийца|凶手
theft|Diebstahl|robo,hurto|vol|кража|盗窃
thief,burglar|Dieb,Einbrecher,Diebe|ladrón,ladrones|voleur,cambrioleur|вор,грабитель,воры|小偷,窃贼,盗贼
burglary,break-in|Einbruch|robo,allanamiento|cambriolage|ограбление,взлом|入室盗窃
robbery|Raub,Überfall|atraco,robo|braquage,vol|ограбление|抢劫
fraud|Betrug|fraude,estafa|fraude,escroquerie|мошенничество|欺诈
smuggling|Schmuggel|contrabando|contrebande|контрабанда|走私
drug|Droge,Drogen|droga|drogue|наркотик|毒品
violence|Gewalt|violencia|violence|насилие|暴力
suspect|Verdächtiger,Verdächtige|sospechoso|suspect|подозреваемый|嫌疑人
suspect|verdächtigen,vermuten|sospechar|soupçonner|подозревать|怀疑
guilty|schuldig|culpable|coupable|виновный|有罪
innocent|unschuldig|inocente|innocent|невиновный|无辜
prisoner|Gefangener,Häftling|preso,prisionero|prisonnier,détenu|заключённый|囚犯
bail|Kaution|fianza|caution|залог|保释
guard|Wächter,Wache,Wachmann,Wärter|guardia,vigilante|gardien,garde|охранник,сторож|警卫,保安
alarm|Alarm,Alarmanlage|alarma|alarme|сигнализация,тревога|警报,警报器
lock|Schloss|cerradura|serrure|замок|锁
key|Schlüssel|llave|clé|ключ|钥匙
camera|Kamera|cámara|caméra|камера|摄像机,相机
victim|Opfer,Todesopfer|víctima|victime|жертва,пострадавший|受害者
memo,document|Memo,Vermerk,Aktennotiz,Papier|memorando,memorándum,nota interna|note interne,mémo,note|записка,служебная записка,меморандум|备忘录
report|Bericht,Gutachten|informe,reporte|rapport|доклад,отчёт|报告
document,paper|Dokument,Unterlage,Papier|documento,papel|document,papier|документ,бумага|文件
page|Seite|página|page|страница|页
file|Akte|expediente|dossier|дело,файл|档案,文件
author|Autor,Autorin,Verfasser,Verfasserin|autor,autora|auteur,autrice|автор|作者
mistake,error|Fehler,Irrtum|error,equivocación|erreur,faute|ошибка|错误
correction|Berichtigung,Korrektur|corrección,rectificación|correction,rectification|исправление,поправка|更正
apology|Entschuldigung|disculpa|excuses|извинение|道歉
truth|Wahrheit|verdad|vérité|правда|真相
rumour|Gerücht|rumor|rumeur|слух|谣言,传闻
responsibility|Verantwortung|responsabilidad|responsabilité|ответственность|责任
responsible|verantwortlich|responsable|responsable|ответственный|负责
consequence|Folge,Konsequenz|consecuencia|conséquence|последствие|后果
reason,cause|Grund,Ursache,Gründe|razón,motivo,causa|raison,cause,motif|причина,повод|原因,理由
purpose|Zweck|propósito,finalidad|but,objet|назначение,цель|目的
panel|Gremium,Schiedsgericht|panel,tribunal arbitral|panel,comité|коллегия,комиссия|小组,仲裁庭
`
