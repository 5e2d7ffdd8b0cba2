/** Money, companies, work and trade. */
export const ROWS = `
inflation|Inflation,Teuerung|inflación|inflation|инфляция|通货膨胀,通胀
interest rate|Zinssatz,Leitzins,Zins|tipo de interés,tasa de interés|taux d'intérêt|процентная ставка,ключевая ставка|利率
central bank|Zentralbank,Notenbank|banco central|banque centrale|центральный банк,центробанк|央行,中央银行
stock exchange|Börse|bolsa|bourse|биржа|证券交易所,股市
shareholder|Aktionär,Aktionärin|accionista|actionnaire|акционер|股东
share,stock|Aktie,Aktien|acción,acciones|action,actions|акция,акции|股票,股份
profit|Gewinn,Profit|beneficio,ganancia|bénéfice,profit|прибыль|利润
loss|Verlust,Verluste,Einbuße|pérdida,pérdidas|perte,pertes|убыток,потеря,убытки|亏损,损失
revenue,turnover|Umsatz,Einnahmen|ingresos,facturación|chiffre d'affaires,recettes,revenus|выручка,доход|收入,营业额
income|Einkommen|ingreso,renta|revenu|доход|收入
savings|Ersparnisse,Einsparungen|ahorro,ahorros|économies,épargne|сбережения,экономия|储蓄,节省
deficit|Defizit,Fehlbetrag|déficit|déficit|дефицит|赤字
budget|Haushalt,Budget,Etat|presupuesto|budget|бюджет|预算
tax|Steuer,Steuern|impuesto,impuestos|impôt,impôts,taxe|налог,налоги|税,税收
tariff,duty|Zoll,Zölle|arancel,aranceles|droit de douane,droits de douane|пошлина,тариф|关税
customs|Zoll|aduana|douane|таможня|海关
subsidy|Subvention|subvención,subsidio|subvention|субсидия|补贴
grant|Zuschuss,Fördermittel|subvención,beca|subvention,bourse|грант,субсидия|拨款,补助金
loan,credit|Kredit,Darlehen|préstamo,crédito|prêt,crédit|кредит,заём|贷款,信贷
bond|Anleihe|bono|obligation|облигация|债券
mortgage|Hypothek|hipoteca|hypothèque|ипотека|抵押贷款
insurance|Versicherung|seguro|assurance|страхование,страховка|保险
insurer|Versicherer|aseguradora|assureur|страховщик|保险公司
pension|Rente,Pension|pensión,jubilación|pension,retraite|пенсия|养老金,退休金
retirement|Ruhestand,Rente|jubilación|retraite|выход на пенсию|退休
wage,pay|Lohn,Löhne|salario,sueldo|salaire|заработная плата,зарплата|工资,薪水
pay rise|Lohnerhöhung,Gehaltserhöhung|aumento salarial,subida salarial|augmentation de salaire,hausse des salaires|повышение зарплаты|加薪,涨薪
minimum wage|Mindestlohn|salario mínimo|salaire minimum,smic|минимальная зарплата|最低工资
job,post,position|Arbeitsplatz,Stelle,Arbeitsplätze,Stellen|puesto de trabajo,puestos de trabajo,empleo,empleos|emploi,emplois,poste,postes|рабочее место,рабочие места,должность|工作岗位,岗位,职位
redundancy,dismissal|Entlassung,Kündigung|despido|licenciement|увольнение,сокращение|裁员,解雇
unemployment|Arbeitslosigkeit|desempleo,paro|chômage|безработица|失业
unemployed|arbeitslos,Arbeitslose|desempleado,parado|chômeur|безработный|失业者
employer|Arbeitgeber,Arbeitgeberin|empleador,patrón|employeur,patron|работодатель|雇主
employee,staff|Angestellte,Beschäftigte,Mitarbeiter,Mitarbeiterin,Personal,Belegschaft|empleado,personal,plantilla|employé,salarié,personnel|сотрудник,работник,персонал|员工,雇员,职工
trade union,union|Gewerkschaft|sindicato|syndicat|профсоюз|工会
union leader|Gewerkschaftsführer,Gewerkschaftschef,Gewerkschaftsführerin|líder sindical|dirigeant syndical,chef du syndicat|лидер профсоюза|工会领袖
strike,walkout|Streik,Arbeitsniederlegung,Ausstand|huelga,paro|grève,débrayage|забастовка,стачка|罢工
picket|Streikposten|piquete|piquet|пикет|罢工纠察
work-to-rule|Dienst nach Vorschrift|huelga de celo|grève du zèle|работа по правилам|按章怠工
working hours|Arbeitszeit|horario laboral|temps de travail,horaires|рабочее время|工作时间
shift|Schicht|turno|équipe,quart|смена|班次
training,retraining|Ausbildung,Umschulung,Fortbildung|formación,reciclaje|formation,reconversion|обучение,переподготовка|培训,再培训
manager,boss|Manager,Chef,Chefin|gerente,jefe,jefa|directeur,patron,chef|менеджер,начальник|经理,老板
chief executive,ceo|Vorstandschef,Geschäftsführer,Geschäftsführerin|director general,consejero delegado,directora general|directeur général,PDG,directrice générale|генеральный директор,гендиректор|首席执行官,总裁
management|Geschäftsleitung,Leitung,Management|dirección,gerencia|direction|руководство|管理层
owner|Eigentümer,Besitzer,Inhaber|propietario,dueño|propriétaire|владелец,собственник|所有者,业主
founder|Gründer,Gründerin|fundador,fundadora|fondateur,fondatrice|основатель|创始人
customer,client|Kunde,Kundin|cliente|client,cliente|клиент,покупатель|客户,顾客
consumer|Verbraucher,Konsument|consumidor|consommateur|потребитель|消费者
buyer|Käufer,Käuferin,Abnehmer|comprador|acheteur|покупатель|买家
seller|Verkäufer,Verkäuferin|vendedor|vendeur|продавец|卖家
supplier|Lieferant,Zulieferer|proveedor|fournisseur|поставщик|供应商
competitor|Konkurrent,Wettbewerber|competidor|concurrent|конкурент|竞争者
competition|Wettbewerb,Konkurrenz|competencia,concurso|concurrence,concours|конкуренция,конкурс|竞争,比赛
merger|Fusion,Zusammenschluss,Zusammenlegung|fusión|fusion|слияние,объединение|合并
merge|fusionieren,zusammenlegen,zusammenschließen|fusionar,fusionarse|fusionner|объединить,слить|合并
takeover|Übernahme|adquisición,opa|rachat,prise de contrôle|поглощение|收购
bankruptcy|Insolvenz,Pleite,Konkurs|quiebra,bancarrota|faillite|банкротство|破产
contract|Vertrag|contrato|contrat|контракт,договор|合同
deal|Abschluss,Geschäft,Deal|acuerdo,trato|accord,marché|сделка|交易,协议
letter of intent|Absichtserklärung|carta de intenciones|lettre d'intention|письмо о намерениях|意向书
lease|Pacht,Pachtvertrag,Mietvertrag|arrendamiento,alquiler|bail,location|аренда|租约,租赁
rent|Miete|alquiler|loyer|арендная плата|租金
price|Preis,Preise|precio,precios|prix|цена,цены|价格,价钱
cost,costs|Kosten|coste,costes,costo,gastos|coût,coûts,frais|стоимость,расходы,затраты|成本,费用,造价
bill|Rechnung|factura,cuenta|facture,note|счёт|账单
fee,charge|Gebühr,Gebühren|tasa,tarifa,cuota|frais,redevance,tarif|плата,сбор,тариф|费用,收费
fare|Fahrpreis,Fahrpreise|tarifa,precio del billete|tarif,prix du billet|стоимость проезда,плата за проезд|票价,车费
fine,penalty|Geldstrafe,Bußgeld,Strafe|multa,sanción|amende,pénalité|штраф|罚款
compensation|Entschädigung,Ausgleich,Schadenersatz|compensación,indemnización|indemnisation,compensation,dédommagement|компенсация,возмещение|赔偿,补偿
donation|Spende|donación|don|пожертвование|捐款,捐赠
donor|Spender,Spenderin|donante|donateur,donneur|донор,жертвователь|捐赠者
billion|Milliarde,Milliarden|mil millones|milliard,milliards|миллиард|十亿
million|Million,Millionen|millón,millones|million,millions|миллион|百万
thousand|Tausend,tausend|mil,millar|mille,millier|тысяча|千
hundred|hundert|cien,ciento|cent,centaine|сто,сотня|百
per cent,percentage|Prozent,Prozentsatz|por ciento,porcentaje|pour cent,pourcentage|процент|百分之,百分比
half|Hälfte,halb|mitad,medio|moitié,demi|половина|一半
third|Drittel|tercio|tiers|треть|三分之一
share,proportion|Anteil|proporción,parte|part,proportion|доля,часть|比例,份额
average|Durchschnitt,durchschnittlich|promedio,media|moyenne,moyen|среднее,в среднем|平均
number,figure|Anzahl,Zahl|número,cifra|nombre,chiffre|количество,число,цифра|数量,数字
amount|Menge,Betrag|cantidad,importe|montant,quantité|сумма,объём|数额,金额
capacity|Kapazität|capacidad|capacité|мощность,вместимость|容量
demand|Nachfrage|demanda|demande|спрос|需求
supply|Angebot,Versorgung|oferta,suministro,abastecimiento|offre,approvisionnement|предложение,поставка,снабжение|供应,供给
shortage|Mangel,Knappheit,Engpass|escasez,falta|pénurie,manque|нехватка,дефицит|短缺
surplus|Überschuss|excedente,superávit|excédent|излишек,профицит|过剩,盈余
growth|Wachstum|crecimiento|croissance|рост|增长
recession|Rezession|recesión|récession|рецессия|经济衰退
crisis|Krise|crisis|crise|кризис|危机
trade volume,trade|Handelsvolumen,Handel|volumen comercial,comercio|volume des échanges,échanges commerciaux,échanges|товарооборот,объём торговли|贸易额,贸易量
trading partner|Handelspartner|socio comercial|partenaire commercial|торговый партнёр|贸易伙伴
exports|Ausfuhr,Exporte|exportaciones|exportations|экспорт|出口
imports|Einfuhr,Importe|importaciones|importations|импорт|进口
market|Markt,Märkte|mercado,mercados|marché,marchés|рынок|市场
payment|Zahlung,Bezahlung|pago|paiement,versement|платёж,оплата|付款,支付
currency|Währung|moneda,divisa|monnaie,devise|валюта|货币
dollar|Dollar|dólar,dólares|dollar,dollars|доллар,долларов|美元
yuan|Yuan|yuan|yuan|юань|人民币,元
rouble|Rubel|rublo|rouble|рубль|卢布
crown|Krone,Kronen|corona|couronne|крона|克朗
pound|Pfund|libra|livre|фунт|英镑
bank account|Bankkonto,Konto|cuenta bancaria|compte bancaire|банковский счёт|银行账户
investor|Investor,Anleger|inversor|investisseur|инвестор|投资者
investment|Investition|inversión|investissement|инвестиция,вложение|投资
economist|Ökonom,Ökonomin,Wirtschaftswissenschaftler|economista|économiste|экономист|经济学家
consultancy,consultant|Beratungsfirma,Berater,Unternehmensberatung|consultora,consultor|cabinet de conseil,consultant|консалтинговая компания,консультант|咨询公司,顾问
accountant|Buchhalter|contable|comptable|бухгалтер|会计
audit|Prüfung,Wirtschaftsprüfung|auditoría|audit|аудит,проверка|审计
factory|Fabrik,Werk|fábrica|usine|завод,фабрика|工厂
works,plant|Werk,Anlage|planta|usine,site|завод|厂
machine|Maschine|máquina|machine|машина,станок|机器
machine tool|Werkzeugmaschine|máquina herramienta|machine-outil|станок|机床
tool|Werkzeug|herramienta|outil|инструмент|工具
part,component|Teil,Bauteil|pieza,componente|pièce,composant|деталь,часть,компонент|零件,部件
raw material|Rohstoff,Rohstoffe|materia prima,materias primas|matière première,matières premières|сырьё|原材料
natural resources|Bodenschätze,Naturschätze|recursos naturales|ressources naturelles|природные ресурсы|自然资源
crude oil|Rohöl|petróleo crudo,crudo|pétrole brut,brut|сырая нефть|原油
natural gas|Erdgas|gas natural|gaz naturel|природный газ|天然气
refinery|Raffinerie|refinería|raffinerie|нефтеперерабатывающий завод,НПЗ|炼油厂
mine|Bergwerk,Mine|mina|mine|шахта,рудник|矿,矿山
iron|Eisen|hierro|fer|железо|铁
copper|Kupfer|cobre|cuivre|медь|铜
gold|Gold|oro|or|золото|黄金,金
silver|Silber|plata|argent|серебро|白银
wood,timber|Holz|madera|bois|древесина,дерево|木材
concrete|Beton|hormigón|béton|бетон|混凝土
asbestos|Asbest|amianto,asbesto|amiante|асбест|石棉
agriculture|Landwirtschaft|agricultura|agriculture|сельское хозяйство|农业
farmer|Bauer,Bauern,Landwirt,Landwirte|agricultor,granjero,campesino|agriculteur,paysan,fermier|фермер,крестьянин|农民
field|Feld|campo|champ|поле|田地,领域
grain,cereal|Getreide|cereal,grano|céréales,grain|зерно|粮食,谷物
wheat|Weizen|trigo|blé|пшеница|小麦
rice|Reis|arroz|riz|рис|大米,稻米,水稻
cotton|Baumwolle|algodón|coton|хлопок|棉花
harvest,crop|Ernte|cosecha|récolte|урожай|收成,庄稼
livestock,cattle|Vieh,Rinder|ganado|bétail|скот|牲畜
milk|Milch|leche|lait|молоко|牛奶
dairy|Molkerei|lechería,central lechera|laiterie|молочный завод,молокозавод|乳品厂,乳业
meat|Fleisch|carne|viande|мясо|肉
fish|Fisch|pescado,pez|poisson|рыба|鱼
fishing,fishery|Fischerei,Fischfang|pesca|pêche|рыболовство|渔业
bread|Brot|pan|pain|хлеб|面包
fruit|Obst,Frucht|fruta|fruit|фрукты|水果
vegetable|Gemüse|verdura|légume|овощи|蔬菜
sugar|Zucker|azúcar|sucre|сахар|糖
salt|Salz|sal|sel|соль|盐
wine|Wein|vino|vin|вино|葡萄酒
beer|Bier|cerveza|bière|пиво|啤酒
shop,store|Laden,Geschäft|tienda|magasin,boutique|магазин|商店
supermarket|Supermarkt|supermercado|supermarché|супермаркет|超市
restaurant|Restaurant,Gaststätte|restaurante|restaurant|ресторан|餐馆,餐厅
hotel|Hotel|hotel|hôtel|отель,гостиница|酒店
innkeeper|Wirt,Gastwirt|posadero,hostelero|aubergiste|хозяин гостиницы|店主
tourism|Tourismus|turismo|tourisme|туризм|旅游业
tourist|Tourist,Touristin|turista|touriste|турист|游客
advertising|Werbung|publicidad|publicité|реклама|广告
brand|Marke|marca|marque|бренд,марка|品牌
pack,package|Packung,Paket|paquete,envase|paquet,emballage|упаковка,пакет|包装,包
batch|Charge|lote|lot|партия|批次
product recall,recall|Rückruf,Rückrufaktion|retirada del producto,retirada|rappel de produit,rappel|отзыв продукции|产品召回,召回
real estate,property|Immobilien,Grundstück|inmuebles,propiedad|immobilier,propriété|недвижимость|房地产
construction site,site|Baustelle,Gelände|obra,solar|chantier,site|стройка,площадка|工地
land,site,grounds|Grundstück,Gelände|terreno,solar|terrain|участок,земля|土地,地块
auction|Versteigerung,Auktion|subasta|vente aux enchères|аукцион|拍卖
`
