/** English words that news and those who ask about it use for the same thing; each group is one meaning. */
const GROUPS = `say state declare announce; begin start launch commence open; end finish conclude cease stop; kill murder slay; die perish death dead killed;
  rise increase grow climb jump soar growth; fall drop decline decrease shrink sink slump; want demand seek require request; reject refuse dismiss decline rebuff;
  approve accept adopt endorse pass; build construct erect construction; destroy ruin demolish wreck; help assist aid support assistance; halt stop block suspend freeze;
  ban forbid prohibit outlaw prohibition; choose elect select pick; resign quit leave depart resignation departure; arrest detain seize custody; win beat triumph victory defeat;
  hurt injure wound harm injury; postpone delay defer move adjourn; protect shield guard defend safeguard; collect raise gather; queue wait line; rent lease hire charter;
  overtake outstrip surpass exceed ahead outdo; flood submerge inundate underwater water flooding; recall withdraw; get receive obtain gain; find discover detect spot finder discovery;
  buy purchase acquire acquisition; sell sale vendor; lend loan; owe debt; pay wage salary earnings; hand deliver submit report present; give grant award; allow permit authorise let licence permission;
  cancel scrap abandon drop axe; change alter amend modify revise; promise pledge vow; warn caution alert warning; criticise attack slam condemn denounce criticism; praise welcome applaud hail;
  deny dispute contest reject; admit concede acknowledge confess; claim allege assert maintain; agree deal accord pact agreement settlement; meet meeting talks summit; argue quarrel dispute row clash;
  investigate probe inquiry investigation; judge court tribunal; sue lawsuit suit litigation; rule ruling verdict judgment decide decision; law legislation act statute; vote ballot poll referendum;
  politician lawmaker legislator; mayor leader; chief head boss director; company firm business corporation; employer employee staff worker workforce; job post position work employment;
  union labour; strike walkout stoppage; protest demonstrate demonstration rally march; protester demonstrator campaigner activist environmentalist; police officer cop; thief burglar robber;
  steal rob theft burglary robbery stolen; fire blaze burn; crash accident collision; storm gale hurricane; ship vessel boat; plane aircraft jet fighter; train rail railway; bus coach; car vehicle automobile;
  road street highway; bridge footbridge crossing; port harbour harbor dock; ticket fare; money cash fund funds; price cost bill expense; tax duty levy; profit gain earnings surplus; loss deficit damage;
  rich wealthy; poor needy; cheap inexpensive discounted low-priced; dear expensive costly dearer; big large huge; small little tiny; fast quick rapid; ill sick unwell; illness disease sickness; patient sick;
  doctor physician medic; hospital clinic; school college; pupil student; teacher instructor; child kid youngster teenager; woman lady; house home dwelling; flat apartment; city town; country nation state;
  border frontier; war conflict fighting; army military troops soldiers forces; weapon arms weaponry; bomb explosive; truce ceasefire armistice; enemy foe rival; ally partner; treaty pact; sanction penalty;
  oil petroleum crude; pipe pipeline; power electricity; water sea; film movie; prize award medal trophy; match game tie; player athlete; champion winner title; team side squad;
  memo document paper note; letter epistle; sign signature autograph signatory; book volume; newspaper paper daily gazette; reporter journalist correspondent; owner proprietor; author writer;
  aim goal objective purpose; reason cause motive; result outcome consequence effect; risk danger hazard threat; problem trouble difficulty; plan scheme project proposal; item point; offer proposal bid;
  number figure total; part share portion; half fifty; most majority; year annual yearly; day daily; former ex retired; new fresh; old elderly aged; empty vacant; full complete whole; true genuine real; false untrue fake;
  secret confidential classified; public open; driverless automated unmanned autonomous automatic; unanimous unanimously; opposed against; favour support back; recognise acknowledge; worth value; sell export supply deliver; import buy;
  arrive come reach arrival; go travel head continue; send dispatch; visit trip tour; guest visitor; invite invitation; speak talk; answer reply respond response; ask question; think believe reckon consider; fear worry concern afraid;
  finding findings report conclusion; examine inspect check examination inspection inspector; calculate estimate reckon forecast expect; predict forecast prediction; compare liken; show reveal disclose; leak disclosure; hide conceal; blame fault accuse; sack dismiss fire; hire recruit employ; retire retirement pension; dismiss redundancy redundancies layoff`

/** For each word the others of its groups. */
export const thesaurus: ReadonlyMap<string, string[]> = (() => {
  const words = new Map<string, Set<string>>()
  for (const group of GROUPS.split(';')) {
    const members = group.trim().split(/\s+/)
    for (const word of members)
      words.set(word, new Set([...(words.get(word) ?? []), ...members.filter((other) => other !== word)]))
  }
  return new Map([...words].map(([word, others]) => [word, [...others]]))
})()
