#include "compare/standing.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "claim/words.h"
#include "compare/clause.h"

namespace crosscheck {

namespace {

constexpr uint32_t kLeadSentences = 6;
constexpr uint32_t kBeside = 2;        // sentences beside that of a state that tell what it is said of
constexpr uint32_t kNear = 8;          // words beside a state in which what it is said of stands
constexpr uint32_t kReach = 5;         // words before a state in which a cue changes it
constexpr uint32_t kDenialReach = 4;   // and in which a negation denies it
constexpr uint32_t kRaisedReach = 10;  // the same past a verb of thinking

std::vector<std::string> Texts(const StatusMachine& machine, absl::string_view key) {
  const auto found = machine.settings.find(std::string(key));
  if (found == machine.settings.end()) return {};
  if (found->second.list.empty() && !found->second.scalar.empty()) return {found->second.scalar};
  return found->second.list;
}

bool IsSet(const StatusMachine& machine, absl::string_view key) {
  const auto found = machine.settings.find(std::string(key));
  return found != machine.settings.end() && found->second.scalar == "true";
}

// A pattern that negates something by itself ("must not") has the negation as part of its state.
bool IsNegation(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"not",   "no",     "without", "nothing", "none",
                                                 "never", "nobody", "yet",     "neither"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords) || absl::EndsWith(word, "n't") ||
         absl::StartsWith(word, "deni") || absl::StartsWith(word, "deny") || absl::StartsWith(word, "rul");
}

void SortOnce(std::vector<WordId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

StandingReader::StandingReader(const Analysis& analysis, const StatusMachine& machine)
    : analysis_(analysis), machine_(machine), cases_(analysis) {
  opposed_ = Named("opposed");
  closing_ = Named("closing");
  passing_ = Named("passing");
  const std::vector<bool> open = Named("open");
  const auto found = std::find(open.begin(), open.end(), true);
  if (found != open.end()) open_state_ = static_cast<uint32_t>(found - open.begin());
  flips_ = IsSet(machine, "flips") && machine.states.size() == 2;
  of_persons_ = IsSet(machine, "persons");
  of_cases_ = IsSet(machine, "cases");
  negation_ = analysis.lexicons->Find("negation");
  not_negation_ = analysis.lexicons->Find("not-negation");
  undone_ = analysis.lexicons->Find("undone");
  raising_ = analysis.lexicons->Find("raising");
  for (const StatusState& state : machine.states) {
    for (const Pattern& pattern : state.patterns) patterns_.push_back(&pattern);
  }
}

std::vector<bool> StandingReader::Named(absl::string_view setting) const {
  const std::vector<std::string> names = Texts(machine_, setting);
  std::vector<bool> named;
  named.reserve(machine_.states.size());
  for (const StatusState& state : machine_.states) {
    named.push_back(std::find(names.begin(), names.end(), state.name) != names.end());
  }
  return named;
}

void StandingReader::ReadWords(const PatternSequence& sequence, OwnWords& out) const {
  for (const PatternNode& node : sequence) {
    for (const PatternSequence& alternative : node.alternatives) ReadWords(alternative, out);
    if (node.kind == PatternNode::Kind::kWord) {
      if (IsNegation(node.word)) out.negative = true;
      if (const std::optional<WordId> id = analysis_.words.Lookup(node.word)) out.lemmas.insert(*id);
    }
    if (node.kind != PatternNode::Kind::kSlot || node.source != "pattern") continue;
    for (const std::string& name : node.types) {
      std::vector<PatternSyntaxError> ignored;  // the loader reports them
      const auto found = analysis_.rules->patterns.find(name);
      if (found != analysis_.rules->patterns.end()) ReadWords(ParsePatternSyntax(found->second.text, ignored), out);
    }
  }
}

const StandingReader::OwnWords& StandingReader::WordsOf(const NamedClaim& claim) const {
  const auto [entry, is_new] = own_words_.try_emplace(claim.pattern);
  if (!is_new) return entry->second;
  const Pattern& pattern = *patterns_[claim.pattern];
  std::vector<PatternSyntaxError> ignored;
  if (!pattern.is_regex) ReadWords(ParsePatternSyntax(pattern.text, ignored), entry->second);
  return entry->second;
}

const Sentence& StandingReader::SentenceOf(const NamedClaim& claim) const {
  return analysis_.documents[claim.document].sentences[claim.sentence];
}

std::optional<Standing> StandingReader::Read(const NamedClaim& claim) const {
  const Sentence& sentence = SentenceOf(claim);
  const auto [first, last] = WordsIn(sentence, claim.span);
  if (first >= last) return std::nullopt;
  // "A slow-release repellent" slows nothing down.
  if (last < sentence.words.size() && sentence.words[last].hyphen_before) return std::nullopt;
  if (of_cases_ && cases_.SaysInGeneral(claim)) return std::nullopt;
  Standing standing;
  standing.claim = &claim;
  standing.state = claim.state;
  if (!SetBounds(sentence, first, last, standing)) return std::nullopt;
  standing.lead = claim.sentence < kLeadSentences || IsHeadline(sentence);
  const uint32_t size = static_cast<uint32_t>(sentence.words.size());
  standing.anchor = Beside(sentence, {0, first}, {last, size}, claim);
  standing.near =
      Beside(sentence, {first > kNear ? first - kNear : 0, first}, {last, std::min(last + kNear, size)}, claim);
  standing.around = Around(claim);
  for (const NameMention& name : sentence.names) standing.names.push_back(name.entity);
  std::sort(standing.names.begin(), standing.names.end());
  if (of_cases_) standing.court = cases_.Read(claim);
  return standing;
}

// "Police do not think that there is anything suspicious" denies what is thought.
bool StandingReader::Raised(const Sentence& sentence, const LexiconHit& hit) const {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
    return other.lexicon == raising_ && other.first >= hit.last && other.first <= hit.last + 1;
  });
}

// Whether a negation stands before the state, or in a gap of its words; two make none.
bool StandingReader::Denied(const Sentence& sentence, uint32_t first, uint32_t last) const {
  bool denied = false;
  std::set<uint32_t> seen;
  for (const LexiconHit& hit : sentence.hits) {
    if (hit.first >= last) break;
    if (hit.lexicon != negation_ && hit.lexicon != undone_) continue;
    if (hit.last + (Raised(sentence, hit) ? kRaisedReach : kDenialReach) < first + 1) continue;
    if (sentence.clause[hit.first] != sentence.clause[first] || !seen.insert(hit.first).second) continue;
    const bool none = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
      return other.lexicon == not_negation_ && other.first <= hit.first && hit.first < other.last;
    });
    if (!none) denied = !denied;
  }
  return denied;
}

// A cue governs its own verb, and none behind the next comma ("who was due to speak today, allegedly shot"), but that
// of what is only inserted ("will, the clerk said, be charged").
Modality StandingReader::ModalityOf(const Sentence& sentence, uint32_t first) const {
  uint32_t comma = first;
  while (comma > 0 && comma + kReach > first && !sentence.words[comma].comma_before) --comma;
  const LexiconId modality = analysis_.lexicons->Find("modality");
  const bool inserted = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == modality && hit.last < comma && sentence.words[hit.last].comma_before;
  });
  const bool cut = sentence.words[comma].comma_before && !inserted;
  return ModalityAt(analysis_, sentence, first, cut ? first - comma : kReach);
}

// The words of a state may hold their own negation ("not guilty"): then it is no denial of the state.
bool StandingReader::SetBounds(const Sentence& sentence, uint32_t first, uint32_t last, Standing& standing) const {
  if (!sentence.text.empty() && sentence.text.back() == '?') return false;
  const Modality modality = ModalityOf(sentence, first);
  if (modality == Modality::kHypothetical) return false;
  const int rank = machine_.states[standing.state].rank;
  const bool denied = Denied(sentence, first, WordsOf(*standing.claim).negative ? first : last);
  if (denied && flips_) {
    standing.state = 1 - standing.state;
    standing.low = machine_.states[standing.state].rank;
    standing.told = true;
    return true;
  }
  if (denied) {
    standing.high = rank - 1;
    standing.firm = true;
    return true;
  }
  const bool open = modality == Modality::kExpected || modality == Modality::kPossible;
  if (open && open_state_ && rank > machine_.states[*open_state_].rank) {
    standing.state = *open_state_;
    standing.low = machine_.states[standing.state].rank;
    standing.high = rank - 1;
    return true;
  }
  standing.low = rank;
  standing.told = true;
  if (closing_[standing.state]) {
    standing.high = rank;
    standing.firm = true;
  }
  return true;
}

// Content senses before and after a state, and in its gaps.
std::vector<WordId> StandingReader::Beside(const Sentence& sentence, Words before, Words after,
                                           const NamedClaim& claim) const {
  std::vector<WordId> senses = ContentSenses(sentence, before.first, before.second);
  const std::vector<WordId> behind = ContentSenses(sentence, after.first, after.second);
  senses.insert(senses.end(), behind.begin(), behind.end());
  const std::set<WordId>& own = WordsOf(claim).lemmas;
  for (uint32_t w = before.second; w < after.first; ++w) {
    const Word& word = sentence.words[w];
    if (!word.stop && !word.number && !own.contains(word.lemma)) senses.push_back(word.sense);
  }
  SortOnce(senses);
  return senses;
}

std::vector<WordId> StandingReader::Around(const NamedClaim& claim) const {
  const auto& sentences = analysis_.documents[claim.document].sentences;
  std::vector<WordId> words;
  const uint32_t from = claim.sentence < kBeside ? 0 : claim.sentence - kBeside;
  for (uint32_t s = from; s < sentences.size() && s <= claim.sentence + kBeside; ++s) {
    for (const Word& word : sentences[s].words) {
      if (!word.stop) words.push_back(word.sense);
    }
  }
  SortOnce(words);
  return words;
}

}  // namespace crosscheck
