/** Dictionary forms of words that a stemmer leaves apart from them: what a glossary is looked up by. */

/** A verb or noun, then its forms that no rule makes. */
const IRREGULAR: Record<string, string> = {
  de: `schließen schließt schloss schlossen geschlossen; geben gibt gab gaben gegeben; nehmen nimmt nahm nahmen genommen;
    treten tritt trat traten getreten; sprechen spricht sprach sprachen gesprochen; treffen trifft traf trafen getroffen;
    verlieren verlor verloren; gewinnen gewann gewannen gewonnen; steigen stieg stiegen gestiegen; fallen fällt fiel fielen gefallen;
    sinken sank sanken gesunken; gehen ging gingen gegangen; kommen kam kamen gekommen; stehen stand standen gestanden;
    finden fand fanden gefunden; sterben stirbt starb starben gestorben; werfen wirft warf warfen geworfen;
    schreiben schrieb schrieben geschrieben; bleiben blieb blieben geblieben; halten hält hielt hielten gehalten;
    lassen lässt ließ ließen gelassen; schlagen schlägt schlug schlugen geschlagen; tragen trägt trug trugen getragen;
    fahren fährt fuhr fuhren gefahren; fliegen flog flogen geflogen; ziehen zog zogen gezogen; bringen brachte brachten gebracht;
    denken dachte dachten gedacht; wissen weiß wusste wussten gewusst; nennen nannte nannten genannt; kennen kannte kannten gekannt;
    laufen läuft lief liefen gelaufen; rufen rief riefen gerufen; bieten bot boten geboten; verbieten verbot verboten;
    weisen wies wiesen gewiesen; leihen lieh liehen geliehen; beginnen begann begannen begonnen; brechen bricht brach brachen gebrochen;
    essen isst aß aßen gegessen; trinken trank tranken getrunken; sehen sieht sah sahen gesehen; lesen liest las lasen gelesen;
    helfen hilft half halfen geholfen; streiten stritt stritten gestritten; bestreiten bestritt bestritten; stehlen stiehlt stahl stahlen gestohlen;
    greifen griff griffen gegriffen; scheiden schied schieden geschieden; schießen schoss schossen geschossen; fließen floss flossen geflossen;
    erfinden erfand erfunden; erhalten erhält erhielt erhielten; bekommen bekam bekamen; entscheiden entschied entschieden;
    beschließen beschloss beschlossen; versprechen verspricht versprach versprachen versprochen; unterschreiben unterschrieb unterschrieben;
    verlassen verlässt verließ verließen; vertreten vertritt vertrat vertraten; betreiben betrieb betrieben; gründen gründete gegründet;
    Krankenhaus Krankenhäuser Krankenhäusern; Haus Häuser Häusern; Land Länder Ländern; Rat Räte`,
  es: `decir dijo dijeron dice dicen dicho; pedir pide piden pidió pidieron; hacer hizo hicieron hace hecho; cerrar cierra cierran;
    costar cuesta cuestan; perder pierde pierden; poder puede pueden pudo; querer quiere quieren quiso; tener tiene tienen tuvo tuvieron;
    venir viene vienen vino vinieron; poner pone puso pusieron puesto; proponer propuso propusieron propuesto; dar dio dieron;
    ver vio visto; ir fue fueron va van; morir murió murieron muere mueren muerto; mover mueve mueven; volver vuelve vuelven volvió vuelto;
    empezar empieza empiezan; comenzar comienza comienzan; defender defiende defienden; mentir miente mintió; escribir escrito escribió;
    abrir abierto abrió; romper roto rompió; conducir condujo; producir produjo produjeron produce; reducir redujo redujeron reduce;
    traer trajo; obtener obtuvo obtiene obtienen; mantener mantuvo mantiene; contener contiene; detener detuvo detiene; elegir eligió elige elegido;
    exigir exige exigen exigió; dirigir dirige dirigió; seguir sigue siguió; servir sirve sirvió; impedir impide impidió; advertir advierte advirtió;
    invertir invierte invirtió; sugerir sugiere sugirió; contar cuenta cuentan; encontrar encuentra encuentran; recordar recuerda; apostar apuesta;
    negar niega niegan negó; caer cayó cayeron; huir huyó; construir construyó construye; destruir destruyó destruye; incluir incluye incluyó;
    depender depende dependen; suceder sucede; crecer crece crecen; ofrecer ofrece ofrecen ofreció; salir sale salen; dejar deja dejan`,
  fr: `dire dit disent; faire fait font; prendre prend prennent pris prise; mettre met mettent mis mise; promettre promet promettent promis;
    permettre permet permis; admettre admet admis; vendre vend vendent vendu vendue vendus; perdre perd perdent perdu perdue; rendre rend rendu;
    vouloir veut veulent voulu; pouvoir peut peuvent pu; devoir doit doivent dû; savoir sait savent su; venir vient viennent venu venue;
    tenir tient tiennent tenu; obtenir obtient obtiennent obtenu; soutenir soutient soutiennent soutenu; retenir retient retenu;
    recevoir reçoit reçoivent reçu; voir voit voient vu; croire croit croient cru; craindre craint craignent; peindre peint; atteindre atteint;
    écrire écrit écrivent; lire lit lisent lu; produire produit produisent; réduire réduit réduisent; conduire conduit conduisent;
    construire construit construisent construite; détruire détruit détruits détruite détruites détruisent; ouvrir ouvre ouvert ouverte; offrir offre offert offerte; découvrir découvre découvert découverte;
    mourir meurt meurent mort morte; naître né née naît; aller va vont allé; partir part partent parti; sortir sort sortent; servir sert;
    élire élu élue élus élit; battre bat battu; rompre rompt rompu; vivre vit vivent vécu; suivre suit suivi; acquérir acquis;
    acheter achète achètent; lever lève lèvent; mener mène mènent; appeler appelle appellent; exiger exige exigent exigé; diriger dirige dirigent dirigé;
    protéger protège; menacer menace menacent menacé; annoncer annonce annoncent annoncé; commencer commence commencent; dépendre dépend dépendent;
    conclure conclut conclu; exclure exclut exclu; valoir vaut valent; journal journaux; travail travaux; hôpital hôpitaux; canal canaux; cheval chevaux`,
  ru: `мочь может могут смог; идти идёт идет шёл шла шли; уйти ушёл ушел ушла ушли; прийти пришёл пришел пришла пришли; выйти вышел вышла вышли;
    найти нашёл нашел нашла нашли; ждать ждёт ждут ждал; хотеть хочет хотят; дать дал дала дали даст; взять взял взяла возьмёт;
    вести ведёт ведет ведут вёл вела вели; нести несёт нёс; умереть умер умерла умерли; начать начал начала начали начнёт начнется; принять принял приняла приняли;
    писать пишет пишут; искать ищет ищут; сказать скажет; жить живёт живет живут; пить пьёт; есть ест; лечь лёг; сесть сел;
    ребёнок дети детей детям; человек люди людей людям; деньги денег деньгам; год лет; открыть откроет откроется откроют открылся открылась; закрыть закроет закроется закроют закрылся закрылась; купить купит купят купил; занять займёт занял заняла;
    потребовать потребует потребовал; расти растёт растет вырос выросла; отец отца; рынок рынка рынке; конец конца конце`,
}

const irregular = new Map(
  Object.entries(IRREGULAR).map(([language, table]) => [
    language,
    new Map(
      table.split(';').flatMap((entry) => {
        const [form = '', ...others] = entry.trim().split(/\s+/)
        return others.map((other) => [other.toLowerCase(), form] as const)
      }),
    ),
  ]),
)

/** Verbs with these before them are split in main clauses: "schließt … ab". */
const PARTICLES =
  'zurück zusammen entgegen voraus herab heraus statt fest frei nach vor aus auf ein bei weg mit ab an zu um los'.split(
    ' ',
  )
const PARTICIPLE = new RegExp(`^(?<particle>${PARTICLES.join('|')})?(?:ge|zu)(?<base>.{3,})$`, 'u')
const WITH_PARTICLE = new RegExp(`^(?<particle>${PARTICLES.join('|')})(?<base>.{4,})$`, 'u')

/** A word with other endings for each that it has of some; the longest of them first. */
const endings = (word: string, from: string, to: string[]): string[] =>
  from
    .split(' ')
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= 3)
    .flatMap((ending) => to.map((other) => word.slice(0, word.length - ending.length) + other))

const withoutUmlaut = (word: string) => word.replace('ä', 'a').replace('ö', 'o').replace('ü', 'u')

function germanForms(word: string): string[] {
  const { particle = '', base } = PARTICIPLE.exec(word)?.groups ?? {}
  const compound = WITH_PARTICLE.exec(word)?.groups
  const known = compound && irregular.get('de')?.get(compound.base ?? '')
  const participle = base && irregular.get('de')?.get(`ge${base}`)
  return [
    ...(known ? [`${compound?.particle}${known}`] : []),
    ...endings(word, 'eten tet ten ete te et st en t e', ['en', 'n']),
    ...(participle ? [`${particle}${participle}`] : []),
    ...(base ? endings(base, 'et t en', ['en']).map((form) => particle + form) : []),
    ...endings(withoutUmlaut(word), 'st t', ['en']),
  ]
}

const RULES: Record<string, (word: string) => string[]> = {
  de: germanForms,
  es: (word) => [
    ...endings(word.replace(/ie(?=[^aeiou]{1,2}[aeo]n?$)/u, 'e'), 'an en a e o', ['ar', 'er', 'ir']),
    ...endings(word.replace(/ue(?=[^aeiou]{1,2}[aeo]n?$)/u, 'o'), 'an en a e o', ['ar', 'er', 'ir']),
    ...endings(word, 'aron ó aba aban ará ado ada', ['ar']),
    ...endings(word, 'ieron ió ía ían erá irá ido ida', ['er', 'ir']),
    ...endings(word, 'ces', ['z']),
  ],
  fr: (word) => [
    ...endings(word, 'ées ée és é es e ent a ait aient era eront', ['er']),
    ...endings(word, 'issent ies ie is it i ent t', ['ir', 're']),
    ...endings(word, 'aux', ['al', 'ail']),
  ],
  ru: (word) => [
    ...endings(word, 'ует уют уем уешь ую овал овала овали овало', ['овать']),
    ...endings(word, 'ает ают ал ала али ало', ['ать']),
    ...endings(word, 'ит ят ил ила или ило', ['ить']),
    ...endings(word, 'ется ются лся лась лись лось', ['ться', 'ть']),
  ],
}

/** Dictionary forms that a word of a language (ISO 639-1) may be a form of, the surest first; the word itself is none. */
export function dictionaryForms(word: string, language: string): string[] {
  const lower = word.toLowerCase()
  const known = irregular.get(language)?.get(lower)
  const isNoun = language === 'de' && lower !== word
  const forms = isNoun ? endings(lower, 'innen in', ['in', '']) : (RULES[language]?.(lower) ?? [])
  return [...new Set([...(known ? [known] : []), ...forms])].filter((form) => form !== lower)
}

const RUSSIAN_VERB = /(?:ть|ти|[ёеиуюая]т|[аяиеёоуы]?л[аио]?|ся|сь|ешь|ишь|ем|им)$/u

/** Whether a word may be a form of a verb, by how it is written. */
export function mayBeVerb(word: string, language: string): boolean {
  if (language === 'de') return /^\p{Ll}/u.test(word)
  return language !== 'ru' || RUSSIAN_VERB.test(word)
}

/** Whether a last word may be the first part of the verb before it, as in German. */
export const isParticle = (word: string, language: string) => language === 'de' && PARTICLES.includes(word)
