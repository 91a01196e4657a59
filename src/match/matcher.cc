#include "match/matcher.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "match/compiled_pattern.h"
#include "match/segment_tokens.h"
#include "match/variant_matcher.h"

namespace crosscheck {

namespace {

// A pattern, or an `unless`, of a rule or a state, compiled.
struct CompiledPattern {
  PatternMatch::Owner owner = PatternMatch::Owner::kRule;
  uint32_t rule = 0;
  uint32_t pattern = 0;
  uint32_t state = 0;
  uint32_t guard = 0;  // index into Impl::guards: the `unless` patterns that can veto it
  std::vector<Variant> variants;
};

// The `unless` patterns of a rule or a state, compiled: a list of variants for each.
using Guard = std::vector<std::vector<Variant>>;

// How dear it is to file a pattern under a clause: how often segments will have one of its atoms.
size_t Cost(const Clause& clause, const Vocabulary& vocabulary) {
  constexpr size_t kItemCost = 60;
  constexpr size_t kShortWordCost = 25;
  size_t cost = 0;
  for (const Atom atom : clause) {
    if (!vocabulary.IsWord(atom)) {
      cost += kItemCost;
    } else {
      cost += vocabulary.WordSize(atom) <= 3 ? kShortWordCost : 1;
    }
  }
  return cost;
}

bool Holds(const Clause& clause, const std::vector<Atom>& atoms) {
  return std::any_of(clause.begin(), clause.end(),
                     [&atoms](Atom atom) { return std::binary_search(atoms.begin(), atoms.end(), atom); });
}

bool AllHold(const Variant& variant, const std::vector<Atom>& atoms) {
  return std::all_of(variant.clauses.begin(), variant.clauses.end(),
                     [&atoms](const Clause& clause) { return Holds(clause, atoms); });
}

}  // namespace

struct Matcher::Impl {
  explicit Impl(const RuleSet& rules) : program(rules) {}

  struct Filed {
    uint32_t pattern;
    uint32_t variant;
  };

  void Add(const RuleSet& rules, const std::vector<Pattern>& texts, CompiledPattern base,
           std::vector<Diagnostic>& diagnostics) {
    for (const Pattern& text : texts) {
      CompiledPattern pattern = base;
      pattern.variants = CompilePattern(rules, text, program, diagnostics);
      patterns.push_back(std::move(pattern));
      ++base.pattern;
    }
  }

  uint32_t AddGuard(const RuleSet& rules, const std::vector<Pattern>& unless, std::vector<Diagnostic>& diagnostics) {
    Guard guard;
    for (const Pattern& text : unless) guard.push_back(CompilePattern(rules, text, program, diagnostics));
    guards.push_back(std::move(guard));
    return static_cast<uint32_t>(guards.size() - 1);
  }

  // Files each variant under its cheapest clause, so that only those are looked at that a segment has the words for.
  void File() {
    by_atom.resize(program.vocabulary.atom_count());
    for (uint32_t p = 0; p < patterns.size(); ++p) {
      for (uint32_t v = 0; v < patterns[p].variants.size(); ++v) {
        std::vector<Clause>& clauses = patterns[p].variants[v].clauses;
        if (clauses.empty()) {
          always.push_back({p, v});
          continue;
        }
        const auto cheapest =
            std::min_element(clauses.begin(), clauses.end(), [this](const Clause& a, const Clause& b) {
              return Cost(a, program.vocabulary) < Cost(b, program.vocabulary);
            });
        for (const Atom atom : *cheapest) by_atom[atom].push_back({p, v});
      }
    }
  }

  std::vector<Filed> Candidates(const std::vector<Atom>& atoms) const {
    std::vector<Filed> out = always;
    for (const Atom atom : atoms) {
      for (const Filed& filed : by_atom[atom]) {
        if (AllHold(patterns[filed.pattern].variants[filed.variant], atoms)) out.push_back(filed);
      }
    }
    const auto key = [](const Filed& filed) { return std::tie(filed.pattern, filed.variant); };
    std::sort(out.begin(), out.end(), [key](const Filed& a, const Filed& b) { return key(a) < key(b); });
    out.erase(std::unique(out.begin(), out.end(), [key](const Filed& a, const Filed& b) { return key(a) == key(b); }),
              out.end());
    return out;
  }

  Program program;
  std::vector<CompiledPattern> patterns;
  std::vector<Guard> guards;
  std::vector<std::vector<Filed>> by_atom;
  std::vector<Filed> always;
};

Matcher::Matcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Matcher::~Matcher() = default;

absl::StatusOr<std::unique_ptr<const Matcher>> Matcher::Compile(const RuleSet& rules,
                                                                std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  auto impl = std::make_unique<Impl>(rules);
  for (uint32_t r = 0; r < rules.rules.size(); ++r) {
    CompiledPattern base;
    base.rule = r;
    base.guard = impl->AddGuard(rules, rules.rules[r].unless, diagnostics);
    impl->Add(rules, rules.rules[r].patterns, base, diagnostics);
  }
  for (uint32_t s = 0; s < rules.statuses.size(); ++s) {
    CompiledPattern base;
    base.owner = PatternMatch::Owner::kStatus;
    base.rule = s;
    for (const StatusState& state : rules.statuses[s].states) {
      base.guard = impl->AddGuard(rules, state.unless, diagnostics);
      impl->Add(rules, state.patterns, base, diagnostics);
      base.pattern += static_cast<uint32_t>(state.patterns.size());
      ++base.state;
    }
  }
  if (diagnostics.size() > before) {
    return absl::InvalidArgumentError(absl::StrCat(diagnostics.size() - before, " pattern(s) cannot be compiled"));
  }
  impl->program.vocabulary.Seal();
  impl->File();
  return std::unique_ptr<const Matcher>(new Matcher(std::move(impl)));
}

namespace {

// Of matches of one pattern that overlap, the leftmost; of those that begin together, the one found first.
void KeepLeftmost(std::vector<VariantMatch>& matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const VariantMatch& a, const VariantMatch& b) { return a.span.begin < b.span.begin; });
  std::vector<VariantMatch> kept;
  for (VariantMatch& match : matches) {
    if (kept.empty() || match.span.begin >= kept.back().span.end) kept.push_back(std::move(match));
  }
  matches = std::move(kept);
}

struct Veto {
  bool holds = false;
  uint32_t unless = 0;
  TextSpan by;
};

// The first of the guard's patterns that the segment matches.
Veto FindVeto(const Guard& guard, const Program& program, const AbstractedSegment& segment,
              const PreparedSegment& prepared) {
  for (uint32_t i = 0; i < guard.size(); ++i) {
    for (const Variant& variant : guard[i]) {
      if (!AllHold(variant, prepared.atoms)) continue;
      if (const auto match = FindFirst(variant, program, segment, prepared)) return {true, i, match->span};
    }
  }
  return {};
}

}  // namespace

bool Matcher::Considers(const AbstractedSegment& segment) const {
  return !impl_->Candidates(Prepare(segment, impl_->program.vocabulary).atoms).empty();
}

bool Matcher::IsVetoed(uint32_t rule, const AbstractedSegment& segment) const {
  const Guard& guard = impl_->guards[rule];  // rules have the first guards, in order
  if (guard.empty()) return false;
  return FindVeto(guard, impl_->program, segment, Prepare(segment, impl_->program.vocabulary)).holds;
}

std::vector<PatternMatch> Matcher::Match(const AbstractedSegment& segment, MatchTrace* trace) const {
  std::vector<PatternMatch> out;
  const PreparedSegment prepared = Prepare(segment, impl_->program.vocabulary);
  const std::vector<Impl::Filed> candidates = impl_->Candidates(prepared.atoms);
  std::map<uint32_t, Veto> vetoes;  // by guard
  for (size_t i = 0; i < candidates.size();) {
    const CompiledPattern& pattern = impl_->patterns[candidates[i].pattern];
    std::vector<VariantMatch> matches;
    const uint32_t current = candidates[i].pattern;
    for (; i < candidates.size() && candidates[i].pattern == current; ++i) {
      for (VariantMatch& match :
           FindMatches(pattern.variants[candidates[i].variant], impl_->program, segment, prepared)) {
        matches.push_back(std::move(match));
      }
    }
    if (matches.empty()) continue;
    const auto [veto, fresh] = vetoes.try_emplace(pattern.guard);
    if (fresh) veto->second = FindVeto(impl_->guards[pattern.guard], impl_->program, segment, prepared);
    if (veto->second.holds && trace == nullptr) continue;
    KeepLeftmost(matches);
    for (VariantMatch& match : matches) {
      PatternMatch made = {pattern.owner, pattern.rule, pattern.pattern,
                           pattern.state, match.span,   std::move(match.captures)};
      if (veto->second.holds) {
        trace->vetoed.push_back({std::move(made), veto->second.unless, veto->second.by});
      } else {
        out.push_back(std::move(made));
      }
    }
  }
  return out;
}

}  // namespace crosscheck
