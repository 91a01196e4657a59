#include "match/pattern_probe.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "match/compiled_pattern.h"
#include "match/segment_tokens.h"
#include "match/variant_matcher.h"

namespace crosscheck {

namespace {

using Kind = PatternNode::Kind;
using Outcome = PatternProgress::Outcome;
constexpr int kMostDescents = 4;  // groups inside groups that are looked into

std::string NodeText(const PatternNode& node) {
  std::string out;
  switch (node.kind) {
    case Kind::kWord:
      for (const char c : node.word) {
        if (absl::string_view("(){}|?~\\").find(c) != absl::string_view::npos) out.push_back('\\');
        out.push_back(c);
      }
      break;
    case Kind::kGap:
      out = "...";
      if (node.min_words != 0 || node.max_words != kDefaultGapWords) {
        absl::StrAppend(&out, "{", node.min_words, ",", node.max_words, "}");
      }
      break;
    case Kind::kSlot:
      out = absl::StrCat("{", node.source, node.source.empty() ? "" : ":", absl::StrJoin(node.types, "|"),
                         node.name.empty() ? "" : ":", node.name, "}");
      break;
    case Kind::kGroup:
      if (node.source == "pattern") {
        out = absl::StrCat("{pattern:", absl::StrJoin(node.types, "|"), "}");
      } else {
        std::vector<std::string> alternatives;
        for (const PatternSequence& alternative : node.alternatives) alternatives.push_back(PatternText(alternative));
        out = absl::StrCat("(", absl::StrJoin(alternatives, "|"), ")");
      }
      break;
  }
  // The '~' of a group has been handed down to its words.
  const bool inflected = node.inflected && (node.kind == Kind::kWord || node.kind == Kind::kSlot);
  return absl::StrCat(out, inflected ? "~" : "", node.optional ? "?" : "");
}

// Puts patterns to the compiler and the matcher, one segment.
class Prober {
 public:
  Prober(const RuleSet& rules, const AbstractedSegment& segment) : rules_(rules), segment_(segment) {}

  // The matches of one reading of a pattern. `unbound`: as if no prefix changed a word's meaning.
  std::vector<VariantMatch> Matches(const PatternSequence& reading, bool unbound = false) const {
    Program program(rules_);
    Variant variant;
    std::string error;
    if (reading.empty() || !CompileVariant(rules_, reading, program, variant, error)) return {};
    program.vocabulary.Seal();
    PreparedSegment prepared = Prepare(segment_, program.vocabulary);
    if (unbound) {
      for (SegmentToken& token : prepared.tokens) token.bound = false;
    }
    return FindMatches(variant, program, segment_, prepared);
  }

  bool MatchesRaw(const Pattern& pattern, TextSpan& span) const {
    Program program(rules_);
    std::vector<Diagnostic> ignored;  // the loader reports them
    const std::vector<Variant> variants = CompilePattern(rules_, pattern, program, ignored);
    program.vocabulary.Seal();
    const PreparedSegment prepared = Prepare(segment_, program.vocabulary);
    for (const Variant& variant : variants) {
      const std::optional<VariantMatch> match = FindFirst(variant, program, segment_, prepared);
      if (!match) continue;
      span = match->span;
      return true;
    }
    return false;
  }

  // Words and values that begin in `span` of the segment's text.
  int WordsIn(TextSpan span) const {
    const PreparedSegment prepared = Prepare(segment_, Program(rules_).vocabulary);
    return static_cast<int>(
        std::count_if(prepared.tokens.begin(), prepared.tokens.end(), [&](const SegmentToken& token) {
          const size_t begin = segment_.source[token.begin].begin;
          return token.kind != SegmentToken::Kind::kMark && begin >= span.begin && begin < span.end;
        }));
  }

  // How far one reading gets.
  PatternProgress Probe(const PatternSequence& reading) const {
    PatternProgress progress;
    std::vector<size_t> ends = PartEnds(reading);
    progress.parts = static_cast<int>(ends.size());
    size_t held = 0;  // nodes
    for (const size_t end : ends) {
      const std::vector<VariantMatch> matches = Matches({reading.begin(), reading.begin() + Signed(end)});
      if (matches.empty()) break;
      progress.held_span = matches.front().span;
      held = end;
      ++progress.parts_held;
    }
    progress.held = PatternText({reading.begin(), reading.begin() + Signed(held)});
    if (held == reading.size()) {
      progress.outcome = Outcome::kMatched;
      return progress;
    }
    const size_t next = ends[static_cast<size_t>(progress.parts_held)];
    SayWhatFailed(reading, held, next, progress);
    LookIntoGroup(reading, held, next, progress);
    return progress;
  }

 private:
  static std::ptrdiff_t Signed(size_t at) { return static_cast<std::ptrdiff_t>(at); }

  // Where the reading can be cut: behind each node that may not be left out and has no other glued to it. What may be
  // left out behind the last of them goes with it.
  static std::vector<size_t> PartEnds(const PatternSequence& reading) {
    std::vector<size_t> ends;
    for (size_t i = 0; i < reading.size(); ++i) {
      if (reading[i].kind == Kind::kGap || reading[i].optional) continue;
      if (i + 1 < reading.size() && reading[i + 1].glued) continue;
      ends.push_back(i + 1);
    }
    if (ends.empty()) {
      ends.push_back(reading.size());
    } else {
      ends.back() = reading.size();
    }
    return ends;
  }

  // The nodes [held, next) did not match behind the first `held`.
  void SayWhatFailed(const PatternSequence& reading, size_t held, size_t next, PatternProgress& progress) const {
    PatternSequence part;
    for (size_t i = held; i < next; ++i) {
      if (reading[i].kind == Kind::kGap) {
        progress.after_gap = true;
        progress.min_words = reading[i].min_words;
        progress.max_words = reading[i].max_words;
        part.clear();
      } else if (!reading[i].optional || !part.empty()) {
        part.push_back(reading[i]);
      }
    }
    if (part.empty()) return;
    part.front().glued = false;
    progress.failed = PatternText(part);
    progress.failed_node = part.front();
    const std::vector<VariantMatch> anywhere = Matches(part);
    if (anywhere.empty()) {
      progress.outcome = Outcome::kAbsent;
      if (const auto bound = Matches(part, true); !bound.empty()) {
        progress.outcome = Outcome::kBound;
        progress.found = bound.front().span;
      }
      return;
    }
    progress.outcome = Outcome::kElsewhere;
    progress.found = anywhere.front().span;
    if (progress.held_span.empty()) return;
    for (const VariantMatch& match : anywhere) {
      if (match.span.begin < progress.held_span.end) continue;
      progress.found = match.span;
      progress.words = WordsIn({progress.held_span.end, match.span.begin});
      if (progress.after_gap) progress.outcome = Outcome::kGap;
      break;
    }
  }

  // Where a group failed of which one alternative holds in part, that is what to tell.
  void LookIntoGroup(const PatternSequence& reading, size_t held, size_t next, PatternProgress& progress) const {
    const PatternNode group = progress.failed_node;
    if (group.kind != Kind::kGroup || depth_ >= kMostDescents) return;
    ++depth_;
    PatternProgress best = progress;
    for (const PatternSequence& alternative : group.alternatives) {
      if (alternative.size() < 2) continue;
      PatternSequence longer(reading.begin(), reading.begin() + Signed(held));
      for (size_t i = held; i < next; ++i) {
        if (reading[i].kind == Kind::kGap) longer.push_back(reading[i]);
      }
      longer.insert(longer.end(), alternative.begin(), alternative.end());
      PatternProgress inner = Probe(longer);
      if (inner.parts_held <= best.parts_held || inner.outcome == Outcome::kMatched) continue;
      inner.parts = progress.parts + inner.parts - progress.parts_held - 1;  // its parts stand for the group
      best = std::move(inner);
    }
    progress = std::move(best);
    --depth_;
  }

  const RuleSet& rules_;
  const AbstractedSegment& segment_;
  mutable int depth_ = 0;
};

PatternSequence Parse(const RuleSet& rules, const Pattern& pattern) {
  std::vector<PatternSyntaxError> ignored;  // the loader reports them
  PatternSequence sequence = ParsePatternSyntax(pattern.text, ignored);
  return ignored.empty() ? ResolveReferences(rules, std::move(sequence)) : PatternSequence();
}

// Of two readings that fail, the one that has less left to match; then the one that matched more.
bool IsFurther(const PatternProgress& a, const PatternProgress& b) {
  if ((a.outcome == Outcome::kMatched) != (b.outcome == Outcome::kMatched)) return a.outcome == Outcome::kMatched;
  const int left_a = a.parts - a.parts_held;
  const int left_b = b.parts - b.parts_held;
  if ((a.parts_held == 0) != (b.parts_held == 0)) return b.parts_held == 0;
  return left_a != left_b ? left_a < left_b : a.parts_held > b.parts_held;
}

// Collects the alternatives below `sequence`; `whole` gives the pattern with the sequence at hand replaced.
class AlternativeLister {
 public:
  explicit AlternativeLister(PatternSequence pattern) : pattern_(std::move(pattern)) {}

  std::vector<PatternAlternative> Run() {
    List(pattern_, "", "");
    return std::move(out_);
  }

 private:
  static constexpr size_t kLeftOut = static_cast<size_t>(-1);
  static constexpr size_t kKept = static_cast<size_t>(-2);
  struct Step {
    size_t node;
    size_t alternative;  // or one of the two above
  };

  void List(const PatternSequence& sequence, const std::string& owner, const std::string& key) {
    for (size_t n = 0; n < sequence.size(); ++n) {
      const PatternNode& node = sequence[n];
      if (node.optional) ListOptional(node, n, owner, key);
      if (node.kind != Kind::kGroup) continue;
      for (size_t a = 0; a < node.alternatives.size(); ++a) {
        path_.push_back({n, a});
        const bool named = node.source == "pattern";
        const std::string own_key = absl::StrCat(key, "/", n, ".", a);
        if (node.alternatives.size() > 1) {
          out_.push_back({owner, own_key,
                          named ? absl::StrCat("{pattern:", node.types[a], "}") : PatternText(node.alternatives[a]),
                          Restricted(pattern_, 0)});
        }
        if (named) {
          List(node.alternatives[a], a < node.types.size() ? node.types[a] : owner, "");
        } else {
          List(node.alternatives[a], owner, own_key);
        }
        path_.pop_back();
      }
    }
  }

  // What may be left out: the pattern without it, and where no alternatives of its own are listed, with it.
  void ListOptional(const PatternNode& node, size_t n, const std::string& owner, const std::string& key) {
    const std::string own_key = absl::StrCat(key, "/", n);
    path_.push_back({n, kLeftOut});
    out_.push_back(
        {owner, absl::StrCat(own_key, "-"), absl::StrCat("without ", NodeText(node)), Restricted(pattern_, 0)});
    path_.back().alternative = kKept;
    if (node.kind != Kind::kGroup || node.alternatives.size() == 1) {
      out_.push_back(
          {owner, absl::StrCat(own_key, "+"), absl::StrCat("with ", NodeText(node)), Restricted(pattern_, 0)});
    }
    path_.pop_back();
  }

  // The sequence with only the alternatives of path_ from `depth` on.
  PatternSequence Restricted(PatternSequence sequence, size_t depth) const {
    if (depth == path_.size()) return sequence;
    if (path_[depth].alternative == kLeftOut) {
      const auto at = sequence.begin() + static_cast<std::ptrdiff_t>(path_[depth].node);
      const bool glued = at->glued;
      const auto next = sequence.erase(at);
      if (next != sequence.end()) next->glued = next->glued && glued;
      return sequence;
    }
    PatternNode& node = sequence[path_[depth].node];
    node.optional = false;
    if (path_[depth].alternative == kKept) return sequence;
    node.alternatives = {Restricted(node.alternatives[path_[depth].alternative], depth + 1)};
    return sequence;
  }

  PatternSequence pattern_;
  std::vector<Step> path_;
  std::vector<PatternAlternative> out_;
};

}  // namespace

std::string PatternText(const PatternSequence& sequence) {
  std::string out;
  for (size_t i = 0; i < sequence.size(); ++i) {
    absl::StrAppend(&out, i == 0 || sequence[i].glued ? "" : " ", NodeText(sequence[i]));
  }
  return out;
}

PatternProgress ProbePattern(const RuleSet& rules, const Pattern& pattern, const AbstractedSegment& segment) {
  const Prober prober(rules, segment);
  if (pattern.is_regex) {
    PatternProgress progress;
    progress.failed = pattern.text;
    progress.parts = 1;
    if (prober.MatchesRaw(pattern, progress.held_span)) {
      progress.outcome = Outcome::kMatched;
      progress.parts_held = 1;
    }
    return progress;
  }
  std::optional<PatternProgress> best;
  for (const PatternSequence& reading : ExpandVariants(Parse(rules, pattern))) {
    PatternProgress progress = prober.Probe(reading);
    if (!best || IsFurther(progress, *best)) best = std::move(progress);
  }
  return best ? *std::move(best) : PatternProgress();
}

std::vector<PatternAlternative> AlternativesOf(const RuleSet& rules, const Pattern& pattern) {
  if (pattern.is_regex) return {};
  return AlternativeLister(Parse(rules, pattern)).Run();
}

bool IsExercised(const RuleSet& rules, const PatternAlternative& alternative, const AbstractedSegment& segment,
                 TextSpan match) {
  const Prober prober(rules, segment);
  for (const PatternSequence& reading : ExpandVariants(alternative.sequence)) {
    for (const VariantMatch& found : prober.Matches(reading)) {
      if (found.span.Overlaps(match)) return true;
    }
  }
  return false;
}

}  // namespace crosscheck
