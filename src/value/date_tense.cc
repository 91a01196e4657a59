#include "value/date_tense.h"

#include <optional>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"

namespace crosscheck {
namespace {

constexpr size_t kReach = 25;

// Modals and verbs of planning.
constexpr absl::string_view kFutureWords[] = {
    "will",      "ll",        "shall",     "would",    "could",    "may",    "might",   "should",   "must",
    "upcoming",  "plan",      "plans",     "planning", "planned",  "expect", "expects", "expected", "expecting",
    "scheduled", "slated",    "due",       "aims",     "aiming",   "hopes",  "hoping",  "intends",  "intend",
    "forecast",  "forecasts", "projected", "poised",   "set",      "going",  "let",     "tomorrow", "proposed",
    "schedule",  "vows",      "vowed",     "pledged",  "promised", "wants",  "coming",  "prepares", "preparing"};
// Planning that the past overtook where "was" or "had been" stands before it.
constexpr absl::string_view kParticiples[] = {"planned", "expected", "scheduled", "slated",   "due",    "projected",
                                              "poised",  "set",      "going",     "proposed", "hoping", "planning"};
// Past forms that do not end in -ed, of the verbs that reports use.
constexpr absl::string_view kPastWords[] = {
    "was",        "were",    "had",       "did",      "said",      "has",     "been",   "told",   "went",   "came",
    "began",      "fell",    "rose",      "made",     "took",      "met",     "got",    "gave",   "won",    "lost",
    "left",       "sold",    "bought",    "held",     "sent",      "spent",   "saw",    "led",    "became", "kept",
    "found",      "ran",     "paid",      "grew",     "knew",      "wrote",   "spoke",  "broke",  "drew",   "drove",
    "flew",       "chose",   "brought",   "thought",  "built",     "caught",  "taught", "fought", "struck", "stood",
    "sank",       "shot",    "sought",    "swore",    "threw",     "wore",    "died",   "put",    "hit",    "cut",
    "born",       "founded", "underwent", "overtook", "slid",      "shrank",  "hurt",   "quit",   "shut",   "dealt",
    "felt",       "heard",   "laid",      "lay",      "meant",     "read",    "rode",   "sat",    "slept",  "withdrew",
    "understood", "have",    "ve",        "ago",      "yesterday", "earlier", "since"};
// Moved from one day to another: the other may lie on either side, and the nearest is meant.
constexpr absl::string_view kMoved[] = {"postponed", "rescheduled", "delayed", "moved", "pushed", "shifted"};
// The present of schedules, right before their day: "expires on Friday".
constexpr absl::string_view kSchedules[] = {"expires", "begins", "starts", "ends", "opens", "closes",
                                            "expire",  "begin",  "start",  "end",  "open"};
// Words in -ed that say nothing of time.
constexpr absl::string_view kNotPast[] = {"need",     "united",  "hundred",  "indeed",       "speed",
                                          "exceed",   "proceed", "succeed",  "related",      "limited",
                                          "supposed", "alleged", "combined", "unprecedented"};

std::optional<Tense> TenseOfWord(absl::string_view word) {
  static const auto* const map = [] {
    auto* made = new absl::flat_hash_map<absl::string_view, Tense>();
    for (const absl::string_view w : kFutureWords) made->emplace(w, Tense::kFuture);
    for (const absl::string_view w : kPastWords) made->emplace(w, Tense::kPast);
    for (const absl::string_view w : kMoved) made->emplace(w, Tense::kFragment);
    for (const absl::string_view w : kNotPast) made->emplace(w, Tense::kUnsaid);
    return made;
  }();
  const auto found = map->find(word);
  if (found != map->end()) return found->second == Tense::kUnsaid ? std::nullopt : std::optional<Tense>(found->second);
  if (word.size() > 4 && absl::EndsWith(word, "ed") && !absl::EndsWith(word, "eed")) return Tense::kPast;
  return std::nullopt;
}

bool IsPastAuxiliary(absl::string_view word) {
  return word == "was" || word == "were" || word == "been" || word == "had";
}

// The tense that the token tells, its neighbours considered.
std::optional<Tense> Cue(const TokenView& tokens, size_t at) {
  if (!tokens.IsWord(at)) return std::nullopt;
  const absl::string_view word = tokens.Text(at);
  if ((word == "is" || word == "are") && tokens.Is(at + 1, "to")) return Tense::kFuture;
  if (word == "won" && tokens.Is(at + 1, "'") && tokens.Is(at + 2, "t")) return Tense::kFuture;
  if (word == "may" && tokens.IsCapital(at) && tokens.IsNumber(at + 1)) return std::nullopt;
  if (at == 0 && (word == "set" || word == "book" || word == "remind" || word == "reserve")) return Tense::kFuture;
  if (word == "set" && !tokens.Is(at + 1, "to") && !tokens.Is(at + 1, "for")) return std::nullopt;
  if (word == "going" && !tokens.Is(at + 1, "to")) return std::nullopt;
  if (word == "have" || word == "has" || word == "ve") {
    if (tokens.Is(at + 1, "to")) return Tense::kFuture;  // "has to pay by Friday"
    const bool perfect =
        TenseOfWord(tokens.Text(at + 1)) == Tense::kPast || TenseOfWord(tokens.Text(at + 2)) == Tense::kPast;
    return perfect ? std::optional<Tense>(Tense::kPast) : std::nullopt;
  }
  const std::optional<Tense> tense = TenseOfWord(word);
  // "to be sentenced Jan. 9", "will be held": what stands before "be" tells.
  if (tense == Tense::kPast && tokens.Before(at) == "be") return std::nullopt;
  if (tense != Tense::kFuture) return tense;
  for (const absl::string_view participle : kParticiples) {
    if (word == participle && (IsPastAuxiliary(tokens.Before(at)) || IsPastAuxiliary(tokens.Before(at, 2)))) {
      return Tense::kPast;
    }
  }
  return tense;
}

bool IsSchedule(absl::string_view word) {
  for (const absl::string_view schedule : kSchedules) {
    if (word == schedule) return true;
  }
  return false;
}

// A full stop between sentences: not that of an abbreviation or an initial.
bool EndsSentence(const TokenView& tokens, size_t at) {
  if (tokens.Is(at, "?") || tokens.Is(at, "!") || tokens.Is(at, ";")) return true;
  if (!tokens.Is(at, ".") || tokens.IsGlued(at + 1) || !tokens.IsWord(at + 1) || !tokens.IsCapital(at + 1))
    return false;
  const absl::string_view before = tokens.Before(at);
  return before.size() > 1 && FindMonthWord(before) == nullptr && before != "mr" && before != "mrs" && before != "ms" &&
         before != "dr" && before != "st" && before != "gov" && before != "sen" && before != "rep";
}

}  // namespace

Tense ReadTense(const TokenView& tokens, size_t first, size_t last) {
  size_t words = 0;
  for (size_t back = 1; back <= kReach && back <= first; ++back) {
    const size_t at = first - back;
    if (EndsSentence(tokens, at)) break;
    words += tokens.IsWord(at) ? 1 : 0;
    if (const std::optional<Tense> tense = Cue(tokens, at)) return *tense;
    if (back <= 2 && IsSchedule(tokens.Text(at)) && !IsPastAuxiliary(tokens.Before(at))) return Tense::kFuture;
  }
  for (size_t at = last; at < tokens.size() && at < last + kReach; ++at) {
    if (EndsSentence(tokens, at)) break;
    words += tokens.IsWord(at) ? 1 : 0;
    if (const std::optional<Tense> tense = Cue(tokens, at)) return *tense;
  }
  return words < 4 ? Tense::kFragment : Tense::kUnsaid;
}

}  // namespace crosscheck
