/** What people do. */
export const ROWS = `
demand,call for,ask,want|verlangen,fordern,einfordern|exigir,reclamar,pedir|exiger,réclamer,demander|требовать,потребовать,добиваться|要求,呼吁
ask|fragen,bitten|preguntar,pedir,rogar|demander,prier|спросить,спрашивать,просить,попросить|问,询问,请求
answer,reply,respond|antworten,erwidern,reagieren|responder,contestar|répondre,répliquer|ответить,отвечать|回答,回应,答复
pay|zahlen,bezahlen,auszahlen|pagar,abonar|payer,verser,régler|платить,заплатить,оплатить|支付,付,付款
buy,purchase,acquire|kaufen,einkaufen,erwerben|comprar,adquirir|acheter,acquérir|купить,покупать,приобрести|购买,买,采购
sell|verkaufen,veräußern|vender|vendre|продать,продавать|卖,出售,销售
lend,loan|leihen,verleihen|prestar|prêter|одолжить,кредитовать|借出,贷款
borrow|borgen,ausleihen,aufnehmen|endeudarse,tomar prestado|emprunter|занять,занимать|借,借入
allow,permit|erlauben,gestatten,zulassen|permitir,autorizar|permettre,autoriser|разрешить,позволить,разрешать|允许,准许
prevent|verhindern,abhalten|impedir,evitar|empêcher,éviter|предотвратить,помешать|阻止,防止
force,oblige,compel|zwingen,verpflichten|obligar,forzar|forcer,obliger,contraindre|заставить,вынудить,обязать|迫使,强迫
join|beitreten,teilnehmen,mitmachen,anschließen|unirse,sumarse,adherirse|rejoindre,adhérer|присоединиться,вступить|加入
take part,participate,join|teilnehmen,mitmachen,beteiligen|participar,tomar parte|participer,prendre part|участвовать,принять участие|参加,参与
leave,walk out,quit|verlassen,abreisen,weggehen|abandonar,marcharse,irse|quitter,partir|покинуть,покидать,уйти|离开,退出
return,come back|zurückkehren,zurückkommen|regresar,volver|revenir,retourner,rentrer|вернуться,возвращаться|返回,回来,回到
arrive|ankommen,eintreffen|llegar|arriver|прибыть,прибывать,приезжать|到达,抵达
travel|reisen|viajar|voyager|путешествовать,ездить,поехать|旅行,前往
bring|bringen,mitbringen|traer,llevar|apporter,amener|принести,привезти|带来
carry,transport|tragen,befördern,transportieren|transportar,llevar|transporter,porter|перевозить,нести,везти|运送,运输,携带
deliver|liefern,zustellen|entregar,suministrar|livrer|доставить,поставить|交付,递送
supply,provide|liefern,versorgen,bereitstellen|suministrar,proporcionar,abastecer|fournir,approvisionner|поставлять,снабжать,предоставить|供应,提供
import|importieren,einführen|importar|importer|импортировать,ввозить|进口
export|exportieren,ausführen|exportar|exporter|экспортировать,вывозить|出口
use|benutzen,verwenden,nutzen|usar,utilizar,emplear|utiliser,employer|использовать,применять|使用,利用
show|zeigen|mostrar,enseñar|montrer|показать,показывать|显示,展示
explain|erklären,erläutern|explicar|expliquer|объяснить,объяснять|解释,说明
describe|beschreiben,bezeichnen|describir,calificar|décrire,qualifier|описать,назвать|描述,形容
call,name|nennen,bezeichnen|llamar,denominar,calificar|appeler,nommer,qualifier|назвать,называть|称为,叫做,称
mention|erwähnen|mencionar|mentionner,évoquer|упомянуть|提到
tell|erzählen,mitteilen|contar,decir,comunicar|raconter,dire,communiquer|рассказать,сообщить|告诉,讲述
insist|bestehen,beharren|insistir|insister|настаивать|坚持
argue|argumentieren,streiten|argumentar,sostener|argumenter,soutenir|утверждать,спорить|主张,争论
propose,suggest|vorschlagen,anregen|proponer,sugerir|proposer,suggérer|предложить,предлагать|提议,建议
recommend|empfehlen|recomendar,aconsejar|recommander,conseiller|рекомендовать|推荐,建议
reject,turn down,refuse|ablehnen,zurückweisen,verwerfen|rechazar,descartar|rejeter,refuser,écarter|отклонить,отвергнуть,отказать|拒绝,否决
agree|zustimmen,einigen,vereinbaren|acordar,aceptar,ponerse de acuerdo|accepter,s'accorder,convenir|согласиться,договориться|同意,达成一致
disagree|widersprechen,streiten|discrepar|être en désaccord|не согласиться,спорить|不同意
approve|genehmigen,bewilligen,billigen|aprobar,autorizar|approuver,autoriser|одобрить,утвердить,одобрять|批准,通过
confirm|bestätigen|confirmar|confirmer|подтвердить,подтверждать|证实,确认
deny|bestreiten,dementieren,abstreiten|negar,desmentir|nier,démentir|отрицать,опровергнуть|否认
admit,concede|zugeben,einräumen,gestehen|admitir,reconocer|admettre,avouer,concéder|признать,признаться|承认
accuse|vorwerfen,beschuldigen,bezichtigen|acusar|accuser,reprocher|обвинить,обвинять|指责,指控
blame|verantwortlich machen,beschuldigen|culpar|imputer,blâmer|винить,возложить вину|归咎,责怪
criticise|kritisieren,bemängeln|criticar|critiquer|критиковать,раскритиковать|批评
praise|loben,preisen|elogiar,alabar|louer,saluer,féliciter|похвалить,хвалить|赞扬,称赞
thank|danken,bedanken|agradecer,dar las gracias|remercier|поблагодарить,благодарить|感谢
welcome|begrüßen,willkommen|celebrar,acoger,dar la bienvenida|saluer,accueillir|приветствовать|欢迎
congratulate|gratulieren,beglückwünschen|felicitar|féliciter|поздравить|祝贺
apologise|entschuldigen|disculparse,pedir perdón|s'excuser,présenter des excuses|извиниться|道歉
complain|beschweren,klagen,beklagen|quejarse|se plaindre|жаловаться,пожаловаться|抱怨,投诉
hope|hoffen|esperar|espérer|надеяться|希望
fear|fürchten,befürchten|temer|craindre,redouter|опасаться,бояться|担心,害怕
wish|wünschen|desear|souhaiter,désirer|желать|希望,愿望
intend,plan|beabsichtigen,planen,vorhaben|pretender,planear,prever|avoir l'intention,prévoir,planifier|намереваться,планировать,собираться|打算,计划
try,attempt|versuchen,probieren|intentar,tratar|essayer,tenter|пытаться,попробовать,стараться|试图,尝试
succeed,manage|gelingen,schaffen|lograr,conseguir|réussir,parvenir|удаться,суметь|成功
fail|scheitern,versagen,misslingen|fracasar,fallar|échouer|провалиться,не удаться|失败
happen,occur|passieren,geschehen,ereignen|ocurrir,suceder,pasar|arriver,se passer,survenir|произойти,случиться,происходить|发生
cause|verursachen,auslösen,bewirken|causar,provocar|causer,provoquer|вызвать,вызывать,причинить|造成,导致,引起
prove|beweisen,nachweisen|probar,demostrar|prouver,démontrer|доказать,доказывать|证明
learn|lernen,erfahren|aprender,enterarse|apprendre|узнать,учиться|学习,得知
teach|lehren,unterrichten|enseñar|enseigner|учить,преподавать|教,教授
remember,recall|erinnern|recordar|se souvenir,rappeler|помнить,вспомнить|记得,记住
forget|vergessen|olvidar|oublier|забыть|忘记
understand|verstehen,begreifen|entender,comprender|comprendre|понять,понимать|理解,明白
believe|glauben|creer|croire|верить,полагать|相信
doubt|zweifeln,bezweifeln|dudar|douter|сомневаться|怀疑
hear|hören|oír,escuchar|entendre,écouter|услышать,слышать,слушать|听到,听
see|sehen,erblicken|ver|voir|увидеть,видеть|看到,看见
read|lesen,vorlesen|leer|lire|читать,прочитать|读,阅读
write|schreiben,verfassen|escribir,redactar|écrire,rédiger|написать,писать|写,撰写
draw|zeichnen|dibujar|dessiner|рисовать|画
publish|veröffentlichen,herausgeben|publicar|publier|опубликовать,публиковать,издать|出版,发布,公布
reveal,disclose|enthüllen,offenbaren,offenlegen|revelar|révéler,dévoiler|раскрыть,обнародовать|透露,披露
hide,conceal|verbergen,verheimlichen,verstecken|ocultar,esconder|cacher,dissimuler|скрыть,скрывать,прятать|隐瞒,隐藏
leak|durchsickern,weitergeben,undicht|filtrar,gotear|fuiter,divulguer|просочиться,слить|泄露,泄漏
find,discover|finden,entdecken,herausfinden|encontrar,descubrir,hallar|trouver,découvrir|найти,обнаружить,открыть|发现,找到
search,look for|suchen|buscar|chercher,rechercher|искать|寻找,搜索
investigate,examine|untersuchen,ermitteln,prüfen|investigar,examinar|enquêter,examiner|расследовать,изучить|调查
check,inspect|prüfen,überprüfen,kontrollieren|comprobar,revisar,inspeccionar|vérifier,contrôler,inspecter|проверить,проверять|检查
count|zählen|contar|compter|считать,подсчитать|计算,统计
measure|messen|medir|mesurer|измерить,измерять|测量
weigh|wiegen,abwägen|pesar|peser|весить,взвесить|称重
build|bauen,errichten|construir,edificar|construire,bâtir|построить,строить,возвести|建造,修建,建设
destroy|zerstören,vernichten|destruir,arrasar|détruire|разрушить,уничтожить,разрушать|摧毁,破坏,毁坏
repair,mend|reparieren,ausbessern|reparar,arreglar|réparer|починить,ремонтировать|修理,维修
replace|ersetzen,austauschen,ablösen|reemplazar,sustituir|remplacer|заменить,заменять|取代,更换,代替
remove|entfernen,beseitigen|quitar,retirar,eliminar|enlever,retirer,supprimer|убрать,удалить|移除,清除
add|hinzufügen,ergänzen|añadir,agregar|ajouter|добавить,добавлять|增加,补充
open|öffnen,eröffnen|abrir,inaugurar|ouvrir,inaugurer|открыть,открываться|打开,开放,开业
close,shut|schließen,zumachen,sperren|cerrar,clausurar|fermer|закрыть,закрываться,закрывать|关闭,关
switch off,turn off|ausschalten,abschalten,abstellen|apagar,desconectar|éteindre,désactiver|выключить,отключить|关掉,关闭
switch on,turn on|einschalten,anschalten|encender,activar|allumer|включить|打开,开启
fill|füllen,befüllen,auffüllen|llenar,rellenar|remplir|заполнить,наполнить,заполнять|填满,蓄水,蓄满
empty,drain|leeren,entleeren|vaciar|vider|опустошить,осушить|清空
move|bewegen,umziehen,verlegen|mover,trasladar,mudarse|déplacer,déménager|двигать,переехать,переместить|移动,搬
push|schieben,drängen|empujar|pousser|толкать|推
pull|ziehen|tirar|tirer|тянуть|拉
throw|werfen|lanzar,arrojar|jeter,lancer|бросить|扔
hit,strike|schlagen,treffen|golpear|frapper|ударить|击中,打
break,snap|brechen,zerbrechen,reißen|romper|casser,rompre|сломать,ломаться,порваться|打破,断裂
break,violate|verletzen,verstoßen,brechen|violar,infringir|violer,enfreindre|нарушить,нарушать|违反,违背
fall,collapse|fallen,stürzen,einstürzen|caer,derrumbarse|tomber,s'effondrer|упасть,рухнуть,обрушиться|倒塌,跌倒
rise,increase|steigen,ansteigen,zunehmen|subir,aumentar,crecer|augmenter,monter|вырасти,повыситься,увеличиться|上升,上涨,增加
fall,drop,decrease|sinken,fallen,zurückgehen,abnehmen|bajar,caer,disminuir,descender|baisser,diminuer,chuter|снизиться,упасть,уменьшиться|下降,下跌,减少
raise|erhöhen,anheben|subir,elevar,aumentar|relever,augmenter|повысить,поднять|提高,上调
cut,reduce|kürzen,senken,reduzieren|recortar,reducir,rebajar|réduire,couper,baisser|сократить,снизить,урезать|削减,降低
double|verdoppeln|duplicar|doubler|удвоить|翻倍
share|teilen|compartir|partager|делить,поделиться|分享,分担
keep,retain|behalten,bewahren|conservar,mantener,guardar|garder,conserver|сохранить,держать|保持,保留
hold|halten|sostener,mantener|tenir,détenir|держать|持有,举行
store|lagern,speichern|almacenar,guardar|stocker,entreposer|хранить|储存
save|sparen,retten,einsparen|ahorrar,salvar|économiser,sauver,épargner|сэкономить,спасти|节省,拯救
waste|verschwenden|malgastar,desperdiciar|gaspiller|тратить зря|浪费
spend|ausgeben,aufwenden|gastar|dépenser|потратить,тратить|花费,支出
earn|verdienen|ganar,cobrar|gagner|зарабатывать,заработать|赚,挣
lose|verlieren,einbüßen|perder|perdre|потерять,терять,проиграть|失去,损失,输
gain,benefit,profit|gewinnen,profitieren,nutzen|beneficiarse,ganar|profiter,bénéficier,gagner|выиграть,получить выгоду|获益,得益,获利
win|gewinnen,siegen|ganar,vencer|gagner,remporter|выиграть,победить,побеждать|赢得,获胜,赢
beat,defeat|schlagen,besiegen|derrotar,vencer,batir|battre,vaincre|победить,обыграть|击败,打败
lead|führen,leiten,anführen|dirigir,encabezar,liderar|diriger,mener|возглавлять,руководить,вести|领导,率领
run,manage|leiten,betreiben,führen|gestionar,dirigir,administrar|gérer,diriger|управлять,руководить|管理,经营
govern,rule|regieren,herrschen|gobernar|gouverner|править,управлять|统治,执政
represent|vertreten,repräsentieren|representar|représenter|представлять|代表
appoint|ernennen,berufen|nombrar,designar|nommer|назначить|任命
elect|wählen|elegir|élire|избрать,выбрать|选出,当选
dismiss,sack,fire|entlassen,feuern,kündigen|despedir,destituir|licencier,renvoyer,limoger|уволить|解雇,开除
hire,employ,recruit|einstellen,beschäftigen,anwerben|contratar,emplear|embaucher,employer,recruter|нанять,принять на работу|雇用,招聘
resign,step down|zurücktreten,abtreten|dimitir,renunciar|démissionner|уйти в отставку,подать в отставку|辞职
succeed|nachfolgen|suceder|succéder|сменить|接替
work|arbeiten|trabajar|travailler|работать|工作
serve|dienen,bedienen|servir|servir|служить|服务
help,assist|helfen,unterstützen|ayudar,asistir|aider,assister|помочь,помогать|帮助
support,back|unterstützen,befürworten|apoyar,respaldar|soutenir,appuyer|поддержать,поддерживать|支持
oppose|ablehnen,widersetzen,bekämpfen|oponerse|s'opposer|выступать против,противиться|反对
protest,demonstrate|protestieren,demonstrieren|protestar,manifestarse|protester,manifester|протестовать|抗议,示威
threaten|drohen,bedrohen|amenazar|menacer|угрожать,пригрозить|威胁
warn|warnen|advertir,avisar,alertar|avertir,prévenir,alerter|предупредить,предупреждать|警告
promise,pledge|versprechen,zusagen|prometer|promettre|обещать,пообещать|承诺,许诺
guarantee|garantieren,zusichern|garantizar|garantir|гарантировать|保证
offer|anbieten,bieten|ofrecer|offrir,proposer|предложить,предлагать|提供,提出
negotiate|verhandeln,aushandeln|negociar|négocier|вести переговоры,договариваться|谈判,协商
mediate|vermitteln,schlichten|mediar|faire la médiation,arbitrer|посредничать|调解,斡旋
sign|unterzeichnen,unterschreiben|firmar|signer|подписать,подписывать|签署,签订
ratify|ratifizieren|ratificar|ratifier|ратифицировать|批准
vote|stimmen,abstimmen,wählen|votar|voter|голосовать,проголосовать|投票,表决
decide|entscheiden,beschließen|decidir|décider|решить,принять решение|决定
postpone,put off,delay|verschieben,vertagen,aufschieben|aplazar,posponer|reporter,ajourner,repousser|отложить,перенести|推迟,延期
cancel,call off|absagen,streichen,annullieren|cancelar,suspender,anular|annuler|отменить|取消
suspend|aussetzen,suspendieren|suspender|suspendre|приостановить|暂停
continue|fortsetzen,weitermachen|continuar,seguir|continuer,poursuivre|продолжать,продолжить|继续
last,take|dauern|durar,tardar|durer|длиться,продлиться,занять|持续
wait|warten|esperar,aguardar|attendre|ждать,ожидать|等待
stay,remain|bleiben|quedarse,permanecer|rester,demeurer|остаться,оставаться|留下,保持
live|leben,wohnen|vivir,residir|vivre,habiter|жить,проживать|居住,生活
die|sterben,umkommen|morir,fallecer|mourir,décéder|умереть,погибнуть|死亡,去世,丧生
kill|töten,umbringen,ermorden|matar,asesinar|tuer|убить|杀死,杀害
injure,wound,hurt|verletzen,verwunden|herir,lesionar|blesser|ранить,пострадать|受伤
rescue|retten,bergen|rescatar,salvar|secourir,sauver|спасти,спасать|救援,营救
escape,flee|fliehen,flüchten,entkommen|huir,escapar|fuir,s'échapper|бежать,сбежать|逃跑,逃离
arrest,detain|verhaften,festnehmen|detener,arrestar|arrêter,interpeller|арестовать,задержать|逮捕,拘留
steal|stehlen,klauen|robar,hurtar|voler,dérober|украсть,похитить|偷,盗走,偷走
attack|angreifen,überfallen|atacar|attaquer|атаковать,напасть|攻击,袭击
defend|verteidigen|defender|défendre|защищать,оборонять|保卫,辩护
protect|schützen|proteger|protéger|защитить,защищать|保护
fight|kämpfen,bekämpfen|luchar,combatir|combattre,lutter|бороться,сражаться|战斗,斗争
shoot|schießen,erschießen|disparar|tirer|стрелять|射击
invade|einmarschieren,überfallen|invadir|envahir|вторгнуться|入侵
occupy|besetzen|ocupar|occuper|оккупировать,занять|占领
withdraw|abziehen,zurückziehen|retirar,retirarse|retirer,se retirer|вывести,отозвать|撤回,撤出
receive,get,gain,obtain|erhalten,bekommen|recibir,obtener|recevoir,obtenir|получить,получать|收到,得到
send|schicken,senden,entsenden|enviar,mandar|envoyer|отправить,послать,направить|派,发送,寄
give|geben,übergeben|dar,entregar|donner|дать,передать|给,给予
take|nehmen|tomar,coger|prendre|взять,брать|拿,采取
choose,select|wählen,auswählen|escoger,elegir|choisir|выбрать,выбирать|选择
visit|besuchen,besichtigen|visitar|visiter,rendre visite|посетить,посещать,навестить|访问,参观
meet|treffen,begegnen|reunirse,encontrarse|rencontrer,se réunir|встретиться,встречаться|会面,见面
invite|einladen|invitar|inviter|пригласить|邀请
produce,make|herstellen,produzieren,erzeugen|producir,fabricar|produire,fabriquer|производить,выпускать|生产,制造
develop|entwickeln|desarrollar|développer|разработать,развивать|开发,发展
invent|erfinden|inventar|inventer|изобрести|发明
create|schaffen,gründen|crear|créer|создать,создавать|创造,创建
found,establish,set up|gründen,einrichten|fundar,establecer,crear|fonder,créer|основать,учредить|成立,建立,创立
invest|investieren|invertir|investir|инвестировать,вложить|投资
finance,fund|finanzieren|financiar|financer|финансировать|资助,出资
own|besitzen,gehören|poseer,pertenecer|posséder,appartenir|владеть,принадлежать|拥有,属于
depend,rely|abhängen,angewiesen|depender|dépendre|зависеть|依赖,依靠
need|brauchen,benötigen|necesitar|avoir besoin|нуждаться,нужно,понадобиться|需要
contain|enthalten,beinhalten|contener|contenir|содержать|包含,含有
include|umfassen,einschließen|incluir|inclure,comprendre|включать|包括
affect,concern|betreffen,beeinflussen|afectar|affecter,toucher,concerner|затронуть,повлиять|影响
improve|verbessern|mejorar|améliorer|улучшить|改善,提高
worsen|verschlechtern,verschlimmern|empeorar|aggraver,empirer|ухудшить|恶化
grow|wachsen,anbauen|crecer,cultivar|croître,cultiver|расти,выращивать|增长,种植
spread|ausbreiten,verbreiten|extenderse,propagar|se propager,répandre|распространиться|传播,蔓延
start,begin,launch|beginnen,anfangen,starten|empezar,comenzar,lanzar|commencer,débuter,lancer|начать,начаться,запустить|开始,启动
end,finish|enden,beenden,aufhören|terminar,acabar,finalizar|finir,terminer,s'achever|закончить,завершить,закончиться|结束,完成
stop,halt|stoppen,anhalten,einstellen|detener,parar,frenar|arrêter,stopper|остановить,прекратить|停止,叫停
enter|betreten,eintreten|entrar|entrer|войти,въехать|进入
cross|überqueren,kreuzen|cruzar,atravesar|traverser,franchir|пересечь,переходить|穿过,越过
reach|erreichen|alcanzar,llegar|atteindre|достичь,добраться|达到,到达
achieve|erreichen,erzielen|lograr,conseguir|réaliser,obtenir|достичь,добиться|实现,取得
exceed|übersteigen,überschreiten|superar,exceder|dépasser,excéder|превысить|超过
compare|vergleichen|comparar|comparer|сравнить,сравнивать|比较,对比
expect|erwarten,rechnen|esperar,prever|attendre,prévoir|ожидать,рассчитывать|预计,期待
predict,forecast|vorhersagen,voraussagen|predecir,pronosticar|prédire,prévoir|предсказать,прогнозировать|预测
refer|beziehen,verweisen|referirse|référer|ссылаться|提及
apply|bewerben,beantragen,anwenden|solicitar,aplicar|appliquer,postuler|подать заявление,применить|申请,适用
train|ausbilden,trainieren|entrenar,formar|entraîner,former|тренировать,обучать|训练,培训
cook|kochen|cocinar|cuisiner|готовить|做饭,烹饪
eat|essen|comer|manger|есть,съесть|吃
drink|trinken|beber|boire|пить|喝
sleep|schlafen|dormir|dormir|спать|睡觉
cry|weinen|llorar|pleurer|плакать|哭
laugh|lachen|reír|rire|смеяться|笑
drive|fahren,lenken|conducir,manejar|conduire|водить,ехать|开车,驾驶
fly|fliegen|volar|voler|летать,лететь|飞,飞行
sail|segeln,fahren|navegar|naviguer|плыть|航行
swim|schwimmen|nadar|nager|плавать|游泳
walk|gehen,laufen|caminar,andar|marcher|идти,ходить|走,步行
climb|klettern,besteigen|escalar,subir|grimper,escalader|подняться,взбираться|攀登,爬
burn|brennen,verbrennen|arder,quemar|brûler|гореть,сжечь|燃烧
explode|explodieren|explotar,estallar|exploser|взорваться|爆炸
sink|sinken,untergehen|hundirse|couler|затонуть,утонуть|沉没
flow|fließen,strömen|fluir|couler,s'écouler|течь|流
shrink|schrumpfen|encogerse,contraerse|rétrécir,se contracter|сократиться|缩小,萎缩
freeze|einfrieren,gefrieren|congelar|geler|заморозить|冻结
hang|hängen|colgar|pendre,accrocher|висеть|挂
cost|kosten|costar|coûter|стоить,обойтись|花费
be worth|wert sein|valer|valoir|стоить|值
disappear,go|verschwinden,wegfallen|desaparecer|disparaître|исчезнуть,пропасть|消失
sue|verklagen|demandar|poursuivre,attaquer|судиться|起诉
suffer|leiden,erleiden|sufrir|souffrir,subir|страдать,пострадать|遭受
hold,detain|festhalten|retener|retenir|задерживать|扣留
delay|verzögern|retrasar,demorar|retarder|задержать,задерживать|延误
let,let pass|lassen,durchlassen|dejar,dejar pasar|laisser,laisser passer|пропускать,пропустить|让,放行
pass|durchlaufen,passieren|pasar|passer|пройти,проходить|通过
oppose,speak against|auftreten gegen|pronunciarse en contra|se prononcer contre|выступить против,выступать против|反对
rise in price,rise|teurer werden,verteuern|encarecerse|renchérir,coûter plus cher|подорожать,дорожать|涨价
justify|rechtfertigen,begründen|justificar|justifier|оправдать,обосновать|辩解,解释
set,impose|stellen,auferlegen|imponer,poner|imposer,poser|поставить,выдвинуть,навязать|提出,施加
belong|gehören,angehören|pertenecer|appartenir|принадлежать|属于
hunt|jagen|cazar|chasser|охотиться|狩猎
`
