#include "cli/rule_coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claim/analysis.h"
#include "claim/claim_trace.h"
#include "claim/named_claims.h"
#include "match/pattern_owner.h"
#include "match/pattern_probe.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kFinding = "a test that wants a finding";
constexpr absl::string_view kNothing = "a test that wants nothing";

// The lexicons that slots of a pattern name, and the named slots that are scope.
struct SlotNames {
  std::set<std::string> lexicons;
  std::set<std::string> scope;
};

void CollectSlots(const PatternSequence& sequence, const RuleSet& rules, SlotNames& out) {
  for (const PatternNode& node : sequence) {
    for (const PatternSequence& alternative : node.alternatives) CollectSlots(alternative, rules, out);
    if (node.kind != PatternNode::Kind::kSlot) continue;
    if (node.source == "pattern") {
      for (const std::string& name : node.types) {
        const auto found = rules.patterns.find(name);
        std::vector<PatternSyntaxError> ignored;
        if (found != rules.patterns.end()) CollectSlots(ParsePatternSyntax(found->second.text, ignored), rules, out);
      }
      continue;
    }
    for (const std::string& type : node.types) {
      if (rules.lexicons.contains(type)) out.lexicons.insert(type);
    }
    if (!node.name.empty() && node.name != "value" && node.name != "subject") out.scope.insert(node.name);
  }
}

SlotNames SlotsOf(const Pattern& pattern, const RuleSet& rules) {
  SlotNames out;
  std::vector<PatternSyntaxError> ignored;  // the loader reports them
  if (!pattern.is_regex) CollectSlots(ParsePatternSyntax(pattern.text, ignored), rules, out);
  return out;
}

// The lexicons that the settings of a comparison name, whatever the setting is called.
void AddLexiconSettings(const std::map<std::string, Setting>& settings, const RuleSet& rules,
                        std::set<std::string>& out) {
  const auto add = [&](const std::string& name) {
    if (rules.lexicons.contains(name)) out.insert(name);
  };
  for (const auto& [key, setting] : settings) {
    add(setting.scalar);
    for (const std::string& name : setting.list) add(name);
  }
}

}  // namespace

const char* CoverageKindName(CoverageKind kind) {
  static constexpr const char* kNames[kCoverageKinds] = {"rules",  "patterns", "alternatives",
                                                         "unless", "scope",    "groups"};
  return kNames[static_cast<size_t>(kind)];
}

struct RuleCoverage::Impl {
  Impl(const RuleSet& set, const std::set<std::string>& tested)
      : rules(set), files(tested), lexicons(set), owners(PatternOwnersOf(set)) {}

  // A key that tells items apart: kind, owner, text or path within the owner.
  using Key = std::tuple<CoverageKind, std::string, std::string>;

  struct OpenAlternative {
    Key key;
    PatternAlternative alternative;
  };

  // Everything that a pattern owner lists.
  struct OwnerItems {
    std::vector<std::vector<OpenAlternative>> alternatives;  // by pattern; those that no test has exercised yet
    std::set<std::string> lexicons;
  };

  void List(CoverageKind kind, const std::string& owner, const std::string& key, const std::string& text,
            const RuleLocation& at) {
    if (files.count(rules.files[at.file]) == 0) return;
    items.try_emplace(Key{kind, owner, key}, CoverageItem{kind, at, owner, text, false});
  }

  void Mark(const Key& key) {
    if (const auto found = items.find(key); found != items.end()) found->second.exercised = true;
  }

  template <typename Rules>
  void ListRules(const Rules& all) {
    for (const auto& rule : all) {
      for (absl::string_view text : {kFinding, kNothing}) {
        List(CoverageKind::kRule, rule.id, std::string(text), std::string(text), rule.at);
      }
    }
  }

  void ListAll() {
    ListRules(rules.rules);
    ListRules(rules.relations);
    ListRules(rules.statuses);
    for (const PatternOwner& owner : owners) owner_items.push_back(ListOwner(owner));
    for (const Rule& rule : rules.rules) {
      AddLexiconSettings(rule.settings, rules, setting_lexicons[rule.id]);
      ListLexicons(setting_lexicons[rule.id]);
    }
  }

  OwnerItems ListOwner(const PatternOwner& owner) {
    OwnerItems out;
    for (uint32_t p = 0; p < owner.patterns.size(); ++p) {
      const Pattern& pattern = *owner.patterns[p];
      const std::string number = absl::StrCat(p);
      List(CoverageKind::kPattern, *owner.id, number, pattern.text, pattern.at);
      out.alternatives.emplace_back();
      for (PatternAlternative& alternative : AlternativesOf(rules, pattern)) {
        const bool own = alternative.owner.empty();
        const std::string holder = own ? *owner.id : absl::StrCat("pattern ", alternative.owner);
        Key key{CoverageKind::kAlternative, holder, absl::StrCat(own ? number : "", alternative.key)};
        List(CoverageKind::kAlternative, holder, std::get<2>(key), alternative.text,
             own ? pattern.at : rules.patterns.at(alternative.owner).at);
        out.alternatives.back().push_back({std::move(key), std::move(alternative)});
      }
      const SlotNames slots = SlotsOf(pattern, rules);
      for (const std::string& name : slots.scope) List(CoverageKind::kScope, *owner.id, name, name, pattern.at);
      out.lexicons.insert(slots.lexicons.begin(), slots.lexicons.end());
      for (const Pattern& unless : owner.UnlessOf(p)) {
        List(CoverageKind::kUnless, *owner.id, UnlessKey(unless), unless.text, unless.at);
      }
    }
    if (owner.owner == PatternMatch::Owner::kRule) ListScope(rules.rules[owner.index]);
    ListLexicons(out.lexicons);
    return out;
  }

  static std::string ScopeWordKey(const std::string& scope, const std::string& word) {
    return absl::StrCat(scope, ": ", word);
  }

  // The words that `scope` lists, and what it takes from the nearest date or place.
  void ListScope(const Rule& rule) {
    for (const ScopeKey& key : rule.scope) {
      if (key.words.empty()) List(CoverageKind::kScope, rule.id, key.name, key.name, rule.at);
      for (const ScopeWord& word : key.words) {
        const std::string text = ScopeWordKey(key.name, word.text);
        List(CoverageKind::kScope, rule.id, text, text, rule.at);
      }
    }
  }

  static std::string UnlessKey(const Pattern& unless) {
    return absl::StrCat(unless.at.file, ":", unless.at.at.line, ":", unless.at.at.column);
  }

  static std::string HolderOfLexicon(const std::string& name) { return absl::StrCat("lexicon ", name); }

  void ListLexicons(const std::set<std::string>& names) {
    for (const std::string& name : names) {
      const Lexicon& lexicon = rules.lexicons.at(name);
      for (const LexiconGroup& group : lexicon.groups) {
        List(CoverageKind::kGroup, HolderOfLexicon(name), group.name, group.name.empty() ? "any phrase" : group.name,
             lexicon.at);
      }
    }
  }

  void MarkSentence(const PatternOwner& owner, OwnerItems& own, const SentenceTrace& trace,
                    const std::vector<NamedClaim>& claims) {
    for (const MatchStep& step : trace.steps) {
      if (step.match.owner != owner.owner || step.match.rule != owner.index) continue;
      if (step.outcome == MatchStep::Outcome::kVetoed) {
        Mark({CoverageKind::kUnless, *owner.id, UnlessKey(owner.UnlessOf(step.match.pattern)[step.unless])});
      }
      if (step.outcome != MatchStep::Outcome::kClaim) continue;
      MarkMatch(owner, own, trace.segment, step.match);
      for (const auto& [scope, word] : claims[static_cast<size_t>(step.claim)].claim.scope) {
        Mark({CoverageKind::kScope, *owner.id, scope});
        Mark({CoverageKind::kScope, *owner.id, ScopeWordKey(scope, word)});
      }
    }
  }

  void MarkMatch(const PatternOwner& owner, OwnerItems& own, const AbstractedSegment& segment,
                 const PatternMatch& match) {
    Mark({CoverageKind::kPattern, *owner.id, absl::StrCat(match.pattern)});
    std::vector<OpenAlternative>& open = own.alternatives[match.pattern];
    open.erase(std::remove_if(open.begin(), open.end(),
                              [&](const OpenAlternative& one) {
                                if (!IsExercised(rules, one.alternative, segment, match.span)) return false;
                                Mark(one.key);
                                return true;
                              }),
               open.end());
    for (const Capture& capture : match.captures) {
      for (const std::string& name : own.lexicons) {
        Mark({CoverageKind::kGroup, HolderOfLexicon(name), capture.group});
      }
    }
  }

  // Phrases of the lexicons that a rule's comparison works with.
  void MarkHits(const std::set<std::string>& names, const Analysis& analysis) {
    for (const DocumentAnalysis& document : analysis.documents) {
      for (const Sentence& sentence : document.sentences) {
        for (const LexiconHit& hit : sentence.hits) {
          for (const std::string& name : names) {
            if (lexicons.Find(name) != hit.lexicon) continue;
            Mark({CoverageKind::kGroup, HolderOfLexicon(name), lexicons.GroupName(hit.lexicon, hit.group)});
          }
        }
      }
    }
  }

  const RuleSet& rules;
  const std::set<std::string>& files;
  LexiconIndex lexicons;
  std::unique_ptr<const Matcher> matcher;
  std::vector<PatternOwner> owners;
  std::vector<OwnerItems> owner_items;                            // by owner
  std::map<std::string, std::set<std::string>> setting_lexicons;  // by rule
  std::map<Key, CoverageItem> items;
};

RuleCoverage::RuleCoverage(const RuleSet& rules, const std::set<std::string>& files)
    : impl_(std::make_unique<Impl>(rules, files)) {
  std::vector<Diagnostic> ignored;  // said where the checker was made
  if (auto matcher = Matcher::Compile(rules, ignored); matcher.ok()) impl_->matcher = *std::move(matcher);
  impl_->ListAll();
}

RuleCoverage::~RuleCoverage() = default;

void RuleCoverage::Add(const RuleTest& test, const TestResult& result) {
  if (result.outcome != TestOutcome::kPassed || impl_->matcher == nullptr) return;
  const bool example = test.test->want == kWantClaim || test.test->want == kWantNoClaim;
  if (!example) {
    impl_->Mark({CoverageKind::kRule, test.rule, std::string(test.test->want == "nothing" ? kNothing : kFinding)});
  }
  const std::vector<DocumentEntry> documents = DocumentsOf(*test.test);
  const Analysis analysis = Analyse(documents, impl_->rules, impl_->lexicons);
  if (const auto names = impl_->setting_lexicons.find(test.rule); names != impl_->setting_lexicons.end()) {
    impl_->MarkHits(names->second, analysis);
  }
  for (size_t i = 0; i < impl_->owners.size(); ++i) {
    if (*impl_->owners[i].id != test.rule) continue;
    ClaimTrace trace;
    const std::vector<NamedClaim> claims = MakeNamedClaims(analysis, *impl_->matcher, &trace);
    for (const SentenceTrace& sentence : trace.sentences) {
      impl_->MarkSentence(impl_->owners[i], impl_->owner_items[i], sentence, claims);
    }
  }
}

std::vector<CoverageItem> RuleCoverage::Items() const {
  std::vector<CoverageItem> out;
  for (const auto& entry : impl_->items) out.push_back(entry.second);
  std::stable_sort(out.begin(), out.end(), [](const CoverageItem& a, const CoverageItem& b) {
    const auto key = [](const CoverageItem& item) {
      return std::make_tuple(item.at.file, item.at.at.line, item.at.at.column, item.kind);
    };
    return key(a) < key(b);
  });
  return out;
}

CoverageTotal TotalOf(const std::vector<CoverageItem>& items, CoverageKind kind) {
  CoverageTotal total;
  for (const CoverageItem& item : items) {
    if (item.kind != kind) continue;
    ++total.all;
    total.exercised += item.exercised ? 1 : 0;
  }
  return total;
}

CoverageTotal TotalOf(const std::vector<CoverageItem>& items) {
  CoverageTotal total;
  total.all = static_cast<int>(items.size());
  total.exercised = static_cast<int>(
      std::count_if(items.begin(), items.end(), [](const CoverageItem& item) { return item.exercised; }));
  return total;
}

}  // namespace crosscheck
