#include "explain/explain.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/named.h"
#include "explain/pattern_words.h"
#include "explain/sentence_words.h"
#include "match/pattern_owner.h"
#include "match/pattern_probe.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

namespace {

// From what came furthest to what came least far: in sentences.
int OutcomeRank(absl::string_view outcome) {
  static constexpr absl::string_view kOrder[] = {"claim",     "unless", "zone",   "no_value", "gap",
                                                 "elsewhere", "bound",  "absent", "regex",    "aligned"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), outcome) - std::begin(kOrder));
}

// The same for pairs.
int StepRank(absl::string_view step) {
  static constexpr absl::string_view kOrder[] = {
      "relation", "taken",   "likeness",         "veto",   "scope",         "modality", "object",  "person",  "noun",
      "reached",  "careful", "agrees_elsewhere", "agrees", "both_measures", "left_out", "covered", "subject", "event",
      "document"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), step) - std::begin(kOrder));
}

class Explainer {
 public:
  Explainer(const ExplainInput& input, Explanation& out)
      : in_(input), analysis_(input.analysis), rules_(*input.analysis.rules), out_(out) {}

  void Run() {
    const std::vector<PatternOwner> owners = PatternOwnersOf(rules_);
    for (const SentenceTrace& trace : in_.claim_trace.sentences) {
      if (std::find(in_.focus.found.begin(), in_.focus.found.end(), std::make_pair(trace.document, trace.sentence)) ==
          in_.focus.found.end()) {
        continue;
      }
      AddSentence(trace, owners);
    }
    for (const uint32_t segment : in_.focus.boilerplate) {
      out_.sentences.push_back(DescribeBoilerplate(analysis_.documents[in_.focus.document], segment));
    }
    AddEvents();
    AddPairs();
    AddFindings();
  }

 private:
  bool IsAskedFor(absl::string_view id) const { return in_.request.rule.empty() || in_.request.rule == id; }

  void AddSentence(const SentenceTrace& trace, const std::vector<PatternOwner>& owners) {
    ExplainedSentence sentence = DescribeSentence(analysis_, trace);
    for (const PatternOwner& owner : owners) {
      if (!IsAskedFor(*owner.id)) continue;
      ExplainedRule rule = ExplainRule(trace, owner, sentence);
      const bool begun = std::any_of(rule.patterns.begin(), rule.patterns.end(),
                                     [](const ExplainedPattern& pattern) { return pattern.parts_held > 0; });
      if (begun || !in_.request.rule.empty()) sentence.rules.push_back(std::move(rule));
    }
    std::stable_sort(sentence.rules.begin(), sentence.rules.end(), [](const ExplainedRule& a, const ExplainedRule& b) {
      return PatternKey(a.patterns.front()) < PatternKey(b.patterns.front());
    });
    AddRulesWithoutPatterns(sentence);
    out_.sentences.push_back(std::move(sentence));
  }

  // Sorts what got furthest first.
  static std::tuple<int, int, int> PatternKey(const ExplainedPattern& pattern) {
    const int rank = OutcomeRank(pattern.outcome);
    const bool matched = rank <= OutcomeRank("no_value");
    return {matched ? rank : 100, matched ? 0 : pattern.parts - pattern.parts_held, -pattern.parts_held};
  }

  // Aligned rules and relations, where one was asked for by name.
  void AddRulesWithoutPatterns(ExplainedSentence& sentence) const {
    if (in_.request.rule.empty()) return;
    for (const Rule& rule : rules_.rules) {
      if (!rule.aligned || rule.id != in_.request.rule) continue;
      sentence.rules.push_back({rule.id,
                                "aligned",
                                "aligned",
                                absl::StrCat("has no patterns: it compares by ‘", rule.compare_as, "’"),
                                {},
                                {}});
    }
    for (const RelationRule& rule : rules_.relations) {
      if (rule.id != in_.request.rule) continue;
      sentence.rules.push_back(
          {rule.id,
           "relation",
           "aligned",
           absl::StrCat("has no patterns: it joins claims of ‘", absl::StrJoin(rule.between, "’ and ‘"), "’"),
           {},
           {}});
    }
  }

  ExplainedRule ExplainRule(const SentenceTrace& trace, const PatternOwner& owner,
                            const ExplainedSentence& sentence) const {
    ExplainedRule out;
    out.id = *owner.id;
    out.form = owner.owner == PatternMatch::Owner::kRule ? "rule" : "status";
    std::map<uint32_t, ExplainedPattern> matched;
    for (const MatchStep& step : trace.steps) {
      if (step.match.owner != owner.owner || step.match.rule != owner.index) continue;
      if (step.claim >= 0)
        out.claims.push_back(ClaimWords(analysis_, in_.claims[static_cast<size_t>(step.claim)].claim));
      matched.try_emplace(step.match.pattern, ExplainStep(step, owner, sentence.text));
    }
    for (uint32_t p = 0; p < owner.patterns.size(); ++p) {
      const auto found = matched.find(p);
      ExplainedPattern pattern =
          found != matched.end() ? std::move(found->second) : ExplainFailure(trace, *owner.patterns[p], sentence);
      pattern.text = owner.patterns[p]->text;
      pattern.path = rules_.files[owner.patterns[p]->at.file];
      pattern.at = owner.patterns[p]->at.at;
      if (!owner.states.empty()) pattern.state = owner.states[p]->name;
      out.patterns.push_back(std::move(pattern));
    }
    std::stable_sort(
        out.patterns.begin(), out.patterns.end(),
        [](const ExplainedPattern& a, const ExplainedPattern& b) { return PatternKey(a) < PatternKey(b); });
    if (!out.patterns.empty()) out.outcome = out.patterns.front().outcome;
    return out;
  }

  ExplainedPattern ExplainStep(const MatchStep& step, const PatternOwner& owner, const std::string& text) const {
    ExplainedPattern out;
    out.matched = text.substr(step.match.span.begin, step.match.span.size());
    out.parts = out.parts_held = 1;
    switch (step.outcome) {
      case MatchStep::Outcome::kClaim:
        out.outcome = "claim";
        break;
      case MatchStep::Outcome::kVetoed: {
        out.outcome = "unless";
        const Pattern& unless = owner.UnlessOf(step.match.pattern)[step.unless];
        out.reason = absl::StrCat("it matches, but so does the ‘unless’ pattern ‘", unless.text, "’, at “",
                                  text.substr(step.by.begin, step.by.size()), "”");
        break;
      }
      case MatchStep::Outcome::kZone:
        out.outcome = "zone";
        out.reason = "it matches, but the rule's ‘zones’ leave this zone out";
        break;
      case MatchStep::Outcome::kNoValue:
        out.outcome = "no_value";
        out.reason = "it matches, but captures no value, and the rule has no constant one";
        break;
    }
    return out;
  }

  ExplainedPattern ExplainFailure(const SentenceTrace& trace, const Pattern& pattern,
                                  const ExplainedSentence& sentence) const {
    const PatternProgress progress = ProbePattern(rules_, pattern, trace.segment);
    ExplainedPattern out;
    out.outcome = std::string(StepName(progress.outcome));
    out.matched = sentence.text.substr(progress.held_span.begin, progress.held_span.size());
    out.reason = WhyNoFurther(rules_, progress, sentence.text, sentence);
    out.parts = progress.parts;
    out.parts_held = progress.parts_held;
    return out;
  }

  void AddEvents() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const DocumentIndex index = analysis_.documents[d].index;
      if (d == in_.focus.document || (in_.request.against && in_.request.against->document != index)) continue;
      out_.events.push_back(
          {index, MayCompare(analysis_, in_.focus.document, d), EventWords(analysis_, in_.focus.document, d)});
    }
  }

  std::string TextAt(const Place& place) const {
    return std::string(out_.report.documents[place.document].document->Slice(place.span));
  }

  void AddPairs() {
    std::vector<const CompareStep*> steps;
    for (const CompareStep& step : in_.compare_trace.steps()) {
      if (IsAskedFor(step.rule)) steps.push_back(&step);
    }
    std::stable_sort(steps.begin(), steps.end(), [](const CompareStep* a, const CompareStep* b) {
      const auto key = [](const CompareStep* step) { return std::make_tuple(StepRank(step->step), -step->likeness); };
      return key(a) < key(b);
    });
    for (const CompareStep* step : steps) {
      ExplainedPair pair;
      pair.rule = step->rule;
      pair.step = step->step;
      pair.related = step->related;
      pair.document = step->a.document;
      pair.span = step->a.span;
      pair.text = TextAt(step->a);
      pair.alone = !step->b.has_value();
      if (step->b) {
        pair.other_document = step->b->document;
        pair.other_span = step->b->span;
        pair.other_text = TextAt(*step->b);
      }
      pair.reason = step->reason;
      // Either side of a pair may tell of it.
      const bool told = std::any_of(out_.pairs.begin(), out_.pairs.end(), [&](const ExplainedPair& other) {
        return other.rule == pair.rule && other.document == pair.document && other.span == pair.span &&
               other.other_document == pair.other_document && other.other_span == pair.other_span &&
               other.reason == pair.reason;
      });
      if (!told) out_.pairs.push_back(std::move(pair));
    }
  }

  void AddFindings() {
    for (size_t i = 0; i < out_.report.findings.size(); ++i) {
      const Finding& finding = out_.report.findings[i];
      const bool also = std::any_of(finding.also.begin(), finding.also.end(),
                                    [this](const AlsoFound& other) { return IsAskedFor(other.rule); });
      if (!IsAskedFor(finding.rule) && !also) continue;
      bool here = false;
      for (const Position& position : finding.positions) {
        for (const ClaimIndex claim : position.claims) here = here || IsAtPlace(out_.report.claims[claim]);
      }
      if (here) out_.findings.push_back(i);
    }
  }

  bool IsAtPlace(const Claim& claim) const {
    return std::any_of(in_.focus.places.begin(), in_.focus.places.end(), [&](const Place& place) {
      return place.document == claim.document && place.span.Overlaps(claim.span);
    });
  }

  const ExplainInput& in_;
  const Analysis& analysis_;
  const RuleSet& rules_;
  Explanation& out_;
};

}  // namespace

void Explain(const ExplainInput& input, Explanation& explanation) { Explainer(input, explanation).Run(); }

std::string UnknownRule(const RuleSet& rules, absl::string_view id) {
  std::vector<absl::string_view> ids;
  for (const Rule& rule : rules.rules) ids.emplace_back(rule.id);
  for (const RelationRule& rule : rules.relations) ids.emplace_back(rule.id);
  for (const StatusMachine& rule : rules.statuses) ids.emplace_back(rule.id);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return "";
  return absl::StrCat("no rule is called '", id, "'", DidYouMean(id, ids));
}

}  // namespace crosscheck
