#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "english/english.h"

namespace crosscheck::english {

namespace {

// Lemmas that stand in news on any subject, by hand: they say little about which event a text tells of.
constexpr absl::string_view kCommonest =
    "accord account act add ago agree agency allow also announce appear area around ask away back base be become begin "
    "believe best big bring build business buy call can case change child city claim close come company continue cost "
    "could country court cut day decide decision do down early end even event ever every expect face fall family far "
    "feel few find first follow force former friday get give go good government great group grow hand have head hear "
    "help high hold home hour house hope how include increase interview issue job just keep know large last late lead "
    "leader least leave less life like line little live local long look lose lot major make man many may mean meet "
    "member "
    "million minute monday money month more morning most mr ms much name national near need new news next night north "
    "note now number offer office officer official often old one open order other own part party pay people percent "
    "person place plan play point police policy post president previous problem program provide public put question "
    "raise "
    "reach read real receive recent record release remain report reporter request result return right rise rule run "
    "saturday say second see seek seem sell send service set several share show side since small south speak spokesman "
    "spokesperson spokeswoman spend staff stand start state statement stay still stop street sunday take talk tell "
    "term "
    "thing think thursday time today tomorrow total town try tuesday turn two under understand use want way wednesday "
    "week "
    "well west will win within without woman word work worker world would write year yesterday yet young";
constexpr absl::string_view kCommon =
    "able accept access accident accuse achieve across action address advance age agent agreement ahead aid aim air "
    "amount answer appeal apply approach approve approval april area argue arrest arrive article association attack "
    "attempt attend attention august author authority available average avoid award bad ban bank bar battle bear beat "
    "benefit bill billion birth bit black block board body book border boss box boy break budget building burn "
    "campaign capital car care career carry catch cause center central century chair chairman challenge chance charge "
    "check chief choice choose church citizen civil class clear client club coach coast collect college comment "
    "commission "
    "commit committee common community compare complete concern condition conduct conference confirm consider contact "
    "contain contract control cost council count county couple course cover create credit crime crisis critic "
    "criticism "
    "current customer daily damage data date daughter dead deal death debate december decline deep defence defend "
    "degree "
    "deliver demand democracy department deputy describe design despite detail determine develop development die "
    "difference different difficult direct direction director discover discuss district division doctor document doubt "
    "draw drive driver drop due earn east economic economy education effect effort election employ employee energy "
    "enough enter entire environment especially establish estimate evening evidence exchange executive exist expand "
    "expert explain express fail failure fan father fear february federal field fight figure file fill film final "
    "financial fire firm floor food foot foreign form forward free friend full fund future game general girl goal "
    "green "
    "ground growth guess guest hall half happen hard health heart hearing heavy highway history hit hospital hot human "
    "idea identify image impact important impose improve incident indicate individual industry information injure "
    "injury "
    "inside instead institute interest international introduce invest investigate investigation investigator investor "
    "involve january join judge july june justice key kid kill kind land language launch law lawyer lay learn legal "
    "letter "
    "level light limit list loan loss love low machine main maintain majority manage management manager march mark "
    "market "
    "match material matter mayor measure media medical meeting message middle military mind minister miss mission "
    "model "
    "modern moment mother motion mouth move movement murder music neighbour network never nine nothing notice november "
    "nuclear object observer occur october oil operate operation opinion opportunity option organisation organise "
    "outcome outside page paper parent park partner pass past patient pattern peace percent performance period photo "
    "pick "
    "picture piece plant player political politician politics poor popular population position possible power practice "
    "prepare present press pressure prevent price prison private probably process produce product production professor "
    "profit project promise property propose prosecutor protect prove publish purchase purpose push quarter quickly "
    "race "
    "range rate reason reduce refuse region relate relation remember remove replace represent require research "
    "resident "
    "resource respond response responsibility rest reveal risk road role room round safe safety sale scene school "
    "science "
    "scientist score sea season seat section secretary sector security senate senior sense september series serious "
    "serve "
    "seven sex shoot shop short shot sign significant similar simple sister sit site situation size social society "
    "soldier son source space speech sport staff stage standard station step stock store story strategy strong "
    "structure "
    "student study subject success successful suffer suggest support surface suspect system table task tax teacher "
    "team "
    "technology television test third thousand threat threaten title tonight tool top touch tough trade traffic train "
    "transfer travel treat treatment trial trip trouble true truth type union unit united university value vehicle "
    "victim victory video view village violence visit voice vote wait wall war warn watch water weapon wear weather "
    "website weekend weight whole wide wife window wind witness wonder worry wrong yard zone";

absl::flat_hash_map<absl::string_view, int> MakeTable() {
  absl::flat_hash_map<absl::string_view, int> table;
  for (absl::string_view word : absl::StrSplit(kCommon, ' ')) table[word] = 1;
  for (absl::string_view word : absl::StrSplit(kCommonest, ' ')) table[word] = 2;
  return table;
}

}  // namespace

int Commonness(absl::string_view lemma) {
  static const auto* const kTable = new absl::flat_hash_map<absl::string_view, int>(MakeTable());
  if (IsStopWord(lemma)) return 3;
  const auto found = kTable->find(lemma);
  return found == kTable->end() ? 0 : found->second;
}

}  // namespace crosscheck::english
