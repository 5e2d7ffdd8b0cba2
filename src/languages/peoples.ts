/** Countries with what news calls them and theirs: adjective, people, seat of government. */
const NAMES = `afghanistan afghan afghans kabul; albania albanian tirana; algeria algerian algiers; argentina argentine argentinian buenos-aires;
  armenia armenian yerevan; australia australian canberra; austria austrian vienna; azerbaijan azerbaijani azeri baku;
  bangladesh bangladeshi dhaka; belarus belarusian minsk; belgium belgian brussels; bolivia bolivian; bosnia bosnian sarajevo;
  brazil brazilian brasilia; britain british uk london; bulgaria bulgarian sofia; cambodia cambodian; canada canadian ottawa;
  chile chilean santiago; china chinese beijing prc; colombia colombian bogota; congo congolese kinshasa; croatia croatian croat zagreb;
  cuba cuban havana; cyprus cypriot nicosia; czechia czech prague; denmark danish dane danes copenhagen; ecuador ecuadorian quito;
  egypt egyptian cairo; estonia estonian tallinn; ethiopia ethiopian addis-ababa; finland finnish finn finns helsinki;
  france french paris; georgia georgian tbilisi; germany german berlin; ghana ghanaian accra; greece greek athens;
  haiti haitian; hungary hungarian budapest; iceland icelandic reykjavik; india indian delhi; indonesia indonesian jakarta;
  iran iranian tehran; iraq iraqi baghdad; ireland irish dublin; israel israeli jerusalem; italy italian rome; jamaica jamaican;
  japan japanese tokyo; jordan jordanian amman; kazakhstan kazakh astana; kenya kenyan nairobi; kuwait kuwaiti;
  kyrgyzstan kyrgyz bishkek; laos laotian; latvia latvian riga; lebanon lebanese beirut; libya libyan tripoli; lithuania lithuanian vilnius;
  luxembourg luxembourgish; malaysia malaysian; mali malian bamako; malta maltese; mexico mexican; moldova moldovan chisinau;
  mongolia mongolian; montenegro montenegrin; morocco moroccan rabat; myanmar burma burmese; nepal nepalese kathmandu;
  netherlands dutch hague; nigeria nigerian abuja; norway norwegian oslo; pakistan pakistani islamabad; palestine palestinian ramallah;
  peru peruvian lima; philippines philippine filipino manila; poland polish pole poles warsaw; portugal portuguese lisbon;
  qatar qatari doha; romania romanian bucharest; russia russian moscow kremlin; rwanda rwandan kigali; saudi riyadh; scotland scottish scot edinburgh;
  senegal senegalese dakar; serbia serbian serb serbs belgrade; singapore singaporean; slovakia slovak bratislava; slovenia slovenian ljubljana;
  somalia somali mogadishu; spain spanish spaniard madrid; sudan sudanese khartoum; sweden swedish swede swedes stockholm;
  switzerland swiss bern; syria syrian damascus; taiwan taiwanese taipei; tajikistan tajik; tanzania tanzanian; thailand thai bangkok;
  tunisia tunisian tunis; turkey turkish turk turks ankara; turkmenistan turkmen; uganda ugandan kampala; ukraine ukrainian kyiv kiev;
  uzbekistan uzbek tashkent; venezuela venezuelan caracas; vietnam vietnamese hanoi; wales welsh cardiff; yemen yemeni sanaa;
  zambia zambian; zimbabwe zimbabwean harare; europe european; africa african; asia asian; america american us usa washington;
  soviet ussr`

/** For each of these names, in lower case, the others of its country. */
export const peoples: ReadonlyMap<string, string[]> = new Map(
  NAMES.split(';').flatMap((entry) => {
    const names = entry.trim().split(/\s+/)
    return names.map((name) => [name, names.filter((other) => other !== name)] as const)
  }),
)
