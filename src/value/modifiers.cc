#include "value/modifiers.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "value/number.h"
#include "value/phrase_table.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

struct ModifierRow {
  Modifier modifier;
  absl::string_view forms;
};

constexpr ModifierRow kBefore[] = {
#include "value/modifiers.inc"
};

constexpr ModifierRow kAfter[] = {
    {Modifier::kLower,
     "or more|or greater|or higher|or above|or over|or older|and over|and above|and older|and up|!+|plus|or longer|or "
     "more than"},
    {Modifier::kUpper, "or less|or fewer|or lower|or below|or under|and under|or younger|and younger|at most|tops"},
    {Modifier::kApprox, "or so|or thereabouts|more or less|give or take|!odd|!-ish|ish"},
};

struct DirectionRow {
  int direction;
  absl::string_view words;
};

constexpr DirectionRow kDirections[] = {
    {1,
     "rose|rise|rises|rising|risen|climb|climbed|climbs|climbing|gain|gained|gains|gaining|increase|increased|"
     "increases|"
     "increasing|grew|grow|grows|growing|grown|growth|jump|jumped|jumps|jumping|soar|soared|soars|soaring|surge|surged|"
     "surges|surging|advance|advanced|advances|up|higher|profit|profits|surplus|add|added|adds|expanded|expand|"
     "accelerated|leapt|leaped|rallied|rally|raised|raise|raises|hike|hiked|boost|boosted|rebounded|spiked|swelled|"
     "upped|lifted"},
    {-1,
     "fell|fall|falls|falling|fallen|drop|dropped|drops|dropping|decline|declined|declines|declining|decrease|"
     "decreased|"
     "decreases|decreasing|slid|slide|slides|sliding|slip|slipped|slips|slipping|sink|sank|sunk|sinks|plunge|plunged|"
     "plunges|plunging|tumble|tumbled|tumbles|loss|losses|lose|lost|loses|losing|down|lower|cut|cuts|cutting|reduce|"
     "reduced|reduces|reduction|shrank|shrink|shrunk|shrinks|deficit|shed|sheds|trimmed|trim|slashed|slash|dipped|dip|"
     "eased|contracted|lowered|narrowed|retreated|slumped|slump|plummeted|crashed|dived|dove|weakened"},
};

PhraseTable* Build(const ModifierRow* rows, size_t count) {
  auto* table = new PhraseTable;
  for (size_t i = 0; i < count; ++i) table->Add(rows[i].forms, static_cast<int>(rows[i].modifier));
  return table;
}

std::optional<ModifierMatch> Find(const PhraseTable& table, const TokenStream& stream, size_t at) {
  const PhraseTable::Match found = table.Find(stream, at);
  if (!found) return std::nullopt;
  return ModifierMatch{static_cast<Modifier>(found.row), found.last};
}

}  // namespace

namespace {

const PhraseTable& BeforeTable() {
  static const PhraseTable* const kTable = Build(kBefore, std::size(kBefore));
  return *kTable;
}

}  // namespace

std::optional<ModifierMatch> FindModifierBefore(const TokenStream& stream, size_t at) {
  return Find(BeforeTable(), stream, at);
}

std::vector<absl::string_view> ModifierStarters() { return BeforeTable().Starters(); }

std::optional<ModifierMatch> FindModifierAfter(const TokenStream& stream, size_t at) {
  static const PhraseTable* const kTable = Build(kAfter, std::size(kAfter));
  const size_t begin = IsGluedMark(stream, at, "-") && IsGlued(TokenAt(stream, at + 1)) ? at + 1 : at;
  return Find(*kTable, stream, begin);
}

int DirectionOf(absl::string_view folded) {
  struct Table {
    WordFilter filter;
    absl::flat_hash_map<absl::string_view, int> by_word;
  };
  static const Table& table = *[] {
    auto* made = new Table;
    for (const DirectionRow& row : kDirections) {
      for (absl::string_view word : absl::StrSplit(row.words, '|')) {
        made->filter.Add(word);
        made->by_word.emplace(word, row.direction);
      }
    }
    return made;
  }();
  if (folded.empty() || !table.filter.MayHold(folded)) return 0;
  const auto found = table.by_word.find(folded);
  return found == table.by_word.end() ? 0 : found->second;
}

}  // namespace crosscheck
