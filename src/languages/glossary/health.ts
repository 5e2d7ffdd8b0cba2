/** Medicine, hospitals and the body. */
export const ROWS = `
hospital,infirmary,clinic|Krankenhaus,Klinik,Spital,Krankenhäuser|hospital,clínica|hôpital,clinique|больница,госпиталь,клиника|医院,诊所
emergency department,emergency room|Notaufnahme|urgencias|urgences,service des urgences|отделение неотложной помощи,приёмное отделение|急诊室,急诊科
emergency|Notfall,Notstand|emergencia,urgencia|urgence|чрезвычайная ситуация,неотложный случай|紧急情况,急诊
urgent care|Notfallversorgung,Notdienst|atención de urgencia|soins d'urgence|неотложная помощь|紧急护理
maternity,maternity ward|Geburtsstation,Entbindungsstation,Geburtshilfe,Kreißsaal|maternidad|maternité|родильное отделение,роддом|产科,妇产科
ward|Station,Krankenstation|sala,planta|service hospitalier,salle|палата,отделение|病房
intensive care|Intensivstation|cuidados intensivos|soins intensifs,réanimation|реанимация|重症监护
bed|Bett,Betten|cama,camas|lit,lits|койка,кровать|床位,病床,床
doctor,physician|Arzt,Ärztin,Ärzte|médico,médica,doctor|médecin,docteur|врач,доктор|医生
surgeon|Chirurg,Chirurgin|cirujano|chirurgien|хирург|外科医生
nurse|Krankenschwester,Krankenpfleger,Pflegekraft,Pflegekräfte,Pfleger,Krankenschwestern|enfermera,enfermero|infirmière,infirmier|медсестра,медбрат,медсёстры|护士
midwife|Hebamme,Hebammen|comadrona,matrona,partera|sage-femme|акушерка|助产士
anaesthetist|Anästhesist,Narkosearzt|anestesista|anesthésiste|анестезиолог|麻醉师
specialist|Facharzt,Spezialist|especialista|spécialiste|специалист|专科医生,专家
patient|Patient,Patientin,Patienten|paciente|patient,patiente|пациент,больной|病人,患者
nursing home|Pflegeheim,Altenheim|residencia de ancianos,residencia|maison de retraite,ehpad|дом престарелых|养老院
care|Pflege,Betreuung,Versorgung|atención,cuidado,asistencia|soins,soin|уход,помощь|护理,照顾
treatment|Behandlung,Therapie|tratamiento|traitement|лечение|治疗
treat|behandeln|tratar,atender|traiter,soigner|лечить|治疗
surgery,operation|Operation|operación,cirugía|opération,chirurgie|операция|手术
waiting time|Wartezeit,Wartezeiten|tiempo de espera|temps d'attente,délai d'attente|время ожидания|等待时间
health office|Gesundheitsamt|oficina de salud,autoridad sanitaria|office de santé,agence de santé|управление здравоохранения|卫生局,卫生部门
health care,health system|Gesundheitswesen,Gesundheitsversorgung|sanidad,sistema sanitario|système de santé|здравоохранение|医疗,卫生系统
health|Gesundheit|salud,sanidad|santé|здоровье|健康,卫生
disease,illness|Krankheit,Erkrankung|enfermedad|maladie|болезнь,заболевание|疾病
ill,sick|krank|enfermo,enferma|malade|больной|生病,患病
fall ill|erkranken,krank werden|enfermar,enfermarse,caer enfermo|tomber malade|заболеть,заболевать|生病,患病,得病
infection|Infektion,Ansteckung|infección,contagio|infection|инфекция,заражение|感染
infect|infizieren,anstecken|infectar,contagiar|infecter,contaminer|заразить|感染
virus|Virus|virus|virus|вирус|病毒
bacteria|Bakterien,Bakterium|bacteria|bactérie|бактерия|细菌
epidemic,outbreak|Epidemie,Ausbruch|epidemia,brote|épidémie|эпидемия,вспышка|疫情,流行病
pandemic|Pandemie|pandemia|pandémie|пандемия|大流行
fever|Fieber|fiebre|fièvre|лихорадка,жар|发烧
cancer|Krebs|cáncer|cancer|рак|癌症
heart attack|Herzinfarkt|infarto,ataque al corazón|crise cardiaque,infarctus|инфаркт|心脏病发作
stroke|Schlaganfall|ictus,derrame cerebral|accident vasculaire cérébral,AVC|инсульт|中风
injury,wound|Verletzung,Wunde|lesión,herida|blessure|травма,рана|伤,受伤
injured|verletzt,Verletzte|herido,herida|blessé,blessée|раненый,пострадавший|伤者,受伤
pain|Schmerz,Schmerzen|dolor|douleur|боль|疼痛
blood|Blut|sangre|sang|кровь|血,血液
heart|Herz|corazón|cœur|сердце|心脏
brain|Gehirn|cerebro|cerveau|мозг|大脑
lung|Lunge|pulmón|poumon|лёгкое|肺
eye|Auge,Augen|ojo,ojos|œil,yeux|глаз|眼睛
hand|Hand|mano|main|рука|手
head|Kopf|cabeza|tête|голова|头
leg,foot|Bein,Fuß|pierna,pie|jambe,pied|нога|腿,脚
vaccine|Impfstoff|vacuna|vaccin|вакцина|疫苗
vaccinate|impfen|vacunar|vacciner|прививать,вакцинировать|接种疫苗
medicine,drug|Medikament,Arznei,Medizin|medicamento,medicina|médicament,médecine|лекарство,препарат,медицина|药物,药品,医学
pharmacy|Apotheke|farmacia|pharmacie|аптека|药店
ambulance|Krankenwagen,Rettungswagen|ambulancia|ambulance|скорая помощь,машина скорой помощи|救护车
ambulance service|Rettungsdienst|servicio de ambulancias|service d'ambulances|служба скорой помощи|救护服务
laboratory|Labor,Labore|laboratorio|laboratoire|лаборатория|实验室
test|Test,Untersuchung|prueba,test|test|тест,анализ|检测,测试
sample|Probe|muestra|échantillon|проба,образец|样本
check-up|Vorsorgeuntersuchung|chequeo,revisión médica|bilan de santé,examen médical|медосмотр|体检
birth|Geburt|nacimiento,parto|naissance,accouchement|рождение,роды|出生,分娩
baby|Baby,Säugling|bebé|bébé|младенец|婴儿
pregnant|schwanger|embarazada|enceinte|беременная|怀孕
death|Tod,Todesfall|muerte,fallecimiento|mort,décès|смерть|死亡
suicide|Selbstmord,Suizid|suicidio|suicide|самоубийство|自杀
age|Alter|edad|âge|возраст|年龄
elderly|ältere,Senioren|anciano,mayores|personnes âgées,âgé|пожилой|老人
disabled|behindert,Behinderte|discapacitado|handicapé|инвалид|残疾
hygiene|Hygiene|higiene|hygiène|гигиена|卫生
smoking|Rauchen|tabaco,fumar|tabac,tabagisme|курение|吸烟
diet|Ernährung|dieta,alimentación|alimentation,régime|питание,диета|饮食
ratio|Schlüssel,Verhältnis|proporción,ratio|ratio,rapport|соотношение|比例
`
