/** Small word lists, by language, of what turns a statement round: negation, denial, condition, opposites. */
import { tokenise } from '../../text/analysis.ts'

type Words = {
  /** Deny what follows them in the clause. */
  negations: string
  /** After a negation: the two say "also", "in part" or "not now", and deny nothing. */
  partial: string
  /** Verbs by which somebody disputes a claim, and verbs by which somebody makes one. */
  denials: string
  claims: string
  /** The sentence is not stated as a fact, or by a person of themselves. */
  conditions: string
  /** The clause is negative by one of its words, is about a part, or is about what somebody wants. */
  shades: string
  /** Begin a clause. */
  joints: string
  /** Verbs that cannot both be true of the same thing at the same time: `one form form/other form form`. */
  opposites: string
  months: string
}

const WORDS: Record<string, Words> = {
  en: {
    negations: 'not no never none nobody nothing neither nor cannot',
    partial:
      'only just merely simply necessarily always all every entirely fully yet until longer doubt more less least',
    denials: 'deny denies denied denying refute refutes refuted',
    claims:
      'say says said claimed accuse accuses accused allege alleges alleged reported stated believe believes insist insists insisted confirm confirms confirmed',
    conditions:
      'if unless whether would could might may should must will until before expected likely possible possibly perhaps almost believed thought I we you my our your',
    shades:
      'prohibit prohibits prohibited ban bans banned forbid forbids prevent prevents prevented refuse refuses refused reject rejects rejected avoid avoids lack lacks lacked without unable hardly stop stops stopped fail fails failed oppose opposes opposed end ended loss lost two three four five six seven eight nine ten half particular certain other another some several few seem seems seemed suggest suggests suggested want wants wanted need needs needed call calls called urge urges urged ask asks asked hope hopes hoped demand demands demanded ensure wait waits waiting try tries tried less little',
    joints: 'but while whereas although though because since however yet which who whom',
    opposites:
      'rise rises rose risen/fall falls fell fallen, increase increases increased/decrease decreases decreased decline declined declines, grow grows grew grown/shrink shrinks shrank shrunk, gain gains gained/lose loses lost, win wins won/lose loses lost, improve improves improved/worsen worsens worsened, strengthen strengthens strengthened/weaken weakens weakened, expand expands expanded/contract contracts contracted, succeed succeeds succeeded/fail fails failed, accept accepts accepted/reject rejects rejected refuse refused, approve approved approves/reject rejects rejected, allow allows allowed permit permits permitted/ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited, support supports supported/oppose opposes opposed, confirm confirms confirmed/deny denies denied, survive survived/die died, convict convicted/acquit acquitted, raise raised raises/lower lowered lowers cut cuts, attend attends attended/boycott boycotts boycotted, legal/illegal, guilty/innocent, safe/dangerous unsafe, possible/impossible, true/false, strong/weak, effective/ineffective',
    months:
      'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter',
  },
  de: {
    negations: 'nicht kein keine keinen keiner keinem keines nie niemals niemand nichts weder',
    partial: 'nur bloß unbedingt immer alle jeder ganz mehr noch zuletzt',
    denials: 'bestreitet bestritt bestreiten dementiert dementierte dementieren leugnet leugnete leugnen',
    claims:
      'sagt sagte sagen behauptet behauptete behaupten wirft werfen warf erklärt erklärte berichtet berichtete meldet meldete bestätigt bestätigte',
    conditions:
      'wenn falls ob würde würden könnte könnten sollte sollten dürfte dürften muss müssen wird werden fast vielleicht ich wir sie mein unser',
    shades:
      'verbietet verboten verhindert ablehnt weigert ohne kaum scheitert zwei drei vier fünf einige mehrere andere manche halb will wollen fordert fordern hofft scheint soll sollen weniger wenig',
    joints: 'aber sondern doch während obwohl weil da jedoch',
    opposites:
      'steigt stieg steigen gestiegen/sinkt sank sinken gesunken fällt fiel fallen gefallen, wächst wuchs wachsen gewachsen/schrumpft schrumpfte schrumpfen geschrumpft, gewinnt gewann gewinnen gewonnen/verliert verlor verlieren verloren, bestätigt bestätigte bestätigen/bestreitet bestritt dementiert dementierte, unterstützt unterstützte/lehnt, erlaubt erlaubte/verbietet verbot verboten, stark/schwach, sicher/gefährlich, schuldig/unschuldig',
    months:
      'januar februar märz april juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag',
  },
  es: {
    negations: 'no nunca jamás ningún ninguna ninguno nadie nada tampoco ni',
    partial: 'sólo solo solamente siempre todos todo todas necesariamente más menos aún todavía',
    denials: 'niega negó niegan negaron negar desmiente desmintió desmienten desmintieron',
    claims:
      'dice dijo dicen dijeron afirma afirmó afirman acusa acusó acusan asegura aseguró confirma confirmó informa informó',
    conditions: 'si podría podrían sería quizá quizás debería debe será casi yo nosotros mi nuestro',
    shades:
      'prohíbe impide rechaza evita sin apenas dos tres cuatro cinco algunos varios otros mitad quiere quieren pide piden espera parece menos poco',
    joints: 'pero sino mientras aunque porque',
    opposites:
      'sube subió suben subieron aumenta aumentó aumentan/baja bajó bajan bajaron cae cayó disminuye disminuyó, crece creció crecen/decrece cayó, gana ganó ganan ganaron/pierde perdió pierden perdieron, confirma confirmó/niega negó desmiente desmintió, apoya apoyó apoyan/rechaza rechazó rechazan, permite permitió/prohíbe prohibió, fuerte/débil, culpable/inocente',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo',
  },
  fr: {
    negations: 'pas jamais aucun aucune personne rien ni',
    partial: 'seulement uniquement toujours tous tout nécessairement plus encore moins',
    denials: 'dément démenti démentent nie nient nié conteste contestent contesté',
    claims:
      'dit disent affirme affirment affirmé accuse accusent accusé assure assurent déclare déclaré confirme confirmé rapporte',
    conditions: 'si pourrait pourraient serait devrait doit sera presque je nous vous mon notre',
    shades:
      'interdit empêche refuse rejette évite sans guère deux trois quatre cinq certains plusieurs autres moitié veut veulent demande espère semble moins peu',
    joints: 'mais tandis alors bien parce car',
    opposites:
      'augmente augmentent augmenté monte monté/baisse baissent baissé diminue diminuent diminué recule reculé chute chuté, gagne gagnent gagné/perd perdent perdu, confirme confirment confirmé/dément démenti nie nié, soutient soutiennent soutenu/rejette rejettent rejeté, autorise autorisé/interdit interdisent, fort/faible, coupable/innocent',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche',
  },
  ru: {
    negations: 'не нет никогда никто ничего никакой никаких ни',
    partial: 'только лишь просто всегда все весь обязательно ещё еще больше менее',
    denials:
      'отрицает отрицают отрицал отрицала отрицали опровергает опроверг опровергла опровергли опровергают',
    claims:
      'говорит говорят сказал сказала заявил заявила заявляет заявляют заявили утверждает утверждают утверждал обвиняет обвиняют обвинил сообщает сообщил сообщили подтвердил подтверждает',
    conditions: 'если бы ли может могут могли должен должны будет почти возможно я мы вы наш',
    shades:
      'запрещает препятствует отказался отвергает без едва два три четыре пять некоторые несколько другие половина хочет хотят требует надеется кажется мало',
    joints: 'но а хотя потому однако пока',
    opposites:
      'растёт растет вырос выросла выросли выросло увеличился увеличилась увеличились/падает упал упала упали упало снизился снизилась снизились, выиграл выиграла выиграли победил победила/проиграл проиграла проиграли, подтвердил подтвердила подтверждает/опроверг опровергла отрицает опровергает, поддержал поддержала поддерживает/отверг отвергла отвергает, разрешил разрешает/запретил запрещает, сильный сильна силён/слабый слаба слаб, виновен виновна/невиновен невиновна',
    months:
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу субботу воскресенье',
  },
  zh: {
    negations: '不 没 没有 未 并非 不是 不会 不能 从未 从不 无 非 并不 并未',
    partial: '仅 只 仅仅 只是 一定 都 完全 再',
    denials: '否认 驳斥 反驳',
    claims: '说 表示 称 声称 指责 指控 宣布 认为 证实 报道 指出',
    conditions: '如果 若 是否 可能 将 会 应该 必须 也许 几乎 我 我们 你',
    shades: '禁止 阻止 拒绝 避免 缺乏 两 三 四 五 一些 部分 其他 希望 要求 想 似乎',
    joints: '但 但是 然而 而 虽然 因为',
    opposites:
      '上升 增长 增加 上涨/下降 减少 下跌, 胜利 获胜 赢得/失败 落败 输, 证实 承认/否认, 支持/反对, 允许/禁止, 强/弱',
    months: '',
  },
}

export type Lexicon = {
  /** Words in lower case. */
  negations: Set<string>
  partial: Set<string>
  conditions: Set<string>
  shades: Set<string>
  joints: Set<string>
  months: Set<string>
  /** Index terms. */
  denials: Set<string>
  claims: Set<string>
  /** Of a term, those that it cannot be true with. */
  opposites: Map<string, Set<string>>
}

const lexicons = new Map<string, Lexicon>()

/** The lists of a language, ISO 639-1; undefined when there are none. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = lexicons.get(language)
  const words = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined
  if (known || !words) return known
  const plain = (list: string) => new Set(list.split(' ').filter(Boolean))
  const terms = (list: string) =>
    new Set(
      list
        .trim()
        .split(' ')
        .map((word) => termOf(word, language)),
    )
  const opposites = new Map<string, Set<string>>()
  for (const pair of words.opposites.split(',')) {
    const [one = new Set<string>(), other = new Set<string>()] = pair.split('/').map(terms)
    for (const term of one) opposites.set(term, (opposites.get(term) ?? new Set()).union(other))
    for (const term of other) opposites.set(term, (opposites.get(term) ?? new Set()).union(one))
  }
  const lexicon: Lexicon = {
    negations: plain(words.negations),
    partial: plain(words.partial),
    conditions: plain(words.conditions),
    shades: plain(words.shades),
    joints: plain(words.joints),
    months: plain(words.months),
    denials: terms(words.denials),
    claims: terms(words.claims),
    opposites,
  }
  lexicons.set(language, lexicon)
  return lexicon
}

const termOf = (word: string, language: string) => tokenise(word, language)[0]?.term ?? word
