#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "claim/analysis.h"
#include "claim/named_claims.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/rule_options.h"
#include "cli/rules_commands.h"
#include "compare/detectors.h"
#include "match/matcher.h"
#include "report/json_text.h"
#include "rule/rule_set.h"

// `crosscheck rules profile PATH…`: what each rule costs, and what comes of it.
namespace crosscheck {

namespace {

using Clock = std::chrono::steady_clock;

double Milliseconds(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// A rule with patterns, a status, or an aligned rule.
struct Profiled {
  std::string id;
  const Rule* aligned = nullptr;           // of an aligned rule
  std::unique_ptr<const Matcher> matcher;  // of the others: their patterns alone
  double milliseconds = 0;
  size_t looked_at = 0;  // sentences that have the words that one of its patterns needs
  size_t matches = 0;
  size_t claims = 0;
  size_t findings = 0;
};

class Profiler {
 public:
  explicit Profiler(const RuleSet& rules) : rules_(rules), lexicons_(rules) {
    RuleSet one = rules;
    one.rules.clear();
    one.statuses.clear();
    nothing_ = Compile(one);
    for (const Rule& rule : rules.rules) {
      Profiled profiled;
      profiled.id = rule.id;
      if (rule.aligned) {
        profiled.aligned = &rule;
      } else {
        one.rules = {rule};
        profiled.matcher = Compile(one);
      }
      profiled_.push_back(std::move(profiled));
    }
    one.rules.clear();
    for (const StatusMachine& status : rules.statuses) {
      one.statuses = {status};
      Profiled profiled;
      profiled.id = status.id;
      profiled.matcher = Compile(one);
      profiled_.push_back(std::move(profiled));
    }
    for (size_t i = 0; i < profiled_.size(); ++i) by_id_[profiled_[i].id] = i;
  }

  void Add(const Checker& checker, const std::vector<DocumentEntry>& documents) {
    Count(checker.Check(documents, {.each_rule_alone = true}));
    const Clock::time_point begin = Clock::now();
    const Analysis analysis = Analyse(documents, rules_, lexicons_);
    std::vector<AbstractedSegment> segments;
    for (const DocumentAnalysis& document : analysis.documents) {
      for (const Sentence& sentence : document.sentences) {
        segments.push_back(AbstractSentence(analysis, document, sentence).segment);
      }
    }
    reading_ += Milliseconds(begin);
    if (sentences_ == 0) first_sentences_ = segments.size();
    sentences_ += segments.size();
    const double floor = MatchAll(*nothing_, segments).first;
    for (Profiled& rule : profiled_) {
      if (rule.matcher != nullptr) {
        MatchAll(*rule.matcher, segments);  // expressions are compiled when they are first needed
        const auto [milliseconds, matches] = MatchAll(*rule.matcher, segments);
        rule.milliseconds += std::max(0.0, milliseconds - floor);
        rule.matches += matches;
        rule.looked_at += static_cast<size_t>(std::count_if(
            segments.begin(), segments.end(), [&rule](const auto& s) { return rule.matcher->Considers(s); }));
      } else {
        RunAligned(analysis, rule);
      }
    }
  }

  double reading() const { return reading_; }
  size_t sentences() const { return sentences_; }

  // The dearest first.
  const std::vector<Profiled>& Sorted() {
    std::stable_sort(profiled_.begin(), profiled_.end(),
                     [](const Profiled& a, const Profiled& b) { return a.milliseconds > b.milliseconds; });
    return profiled_;
  }

 private:
  static std::unique_ptr<const Matcher> Compile(const RuleSet& rules) {
    std::vector<Diagnostic> ignored;  // the whole set was compiled before
    auto matcher = Matcher::Compile(rules, ignored);
    return matcher.ok() ? *std::move(matcher) : nullptr;
  }

  static std::pair<double, size_t> MatchAll(const Matcher& matcher, const std::vector<AbstractedSegment>& segments) {
    const Clock::time_point begin = Clock::now();
    size_t matches = 0;
    for (const AbstractedSegment& segment : segments) matches += matcher.Match(segment).size();
    return {Milliseconds(begin), matches};
  }

  void RunAligned(const Analysis& analysis, Profiled& rule) const {
    if (sentences_ == first_sentences_) RunDetector(analysis, *rule.aligned);  // tables are made when first needed
    const Clock::time_point begin = Clock::now();
    RunDetector(analysis, *rule.aligned);
    rule.milliseconds += Milliseconds(begin);
  }

  static void RunDetector(const Analysis& analysis, const Rule& rule) {
    RelationSink sink;
    for (const Detector& detector : Detectors()) {
      if (detector.name == rule.compare_as) detector.run(analysis, rule, sink);
    }
  }

  void Count(const Report& report) {
    for (const Claim& claim : report.claims) {
      if (const auto found = by_id_.find(claim.rule); found != by_id_.end()) ++profiled_[found->second].claims;
    }
    for (const Finding& finding : report.findings) {
      if (const auto found = by_id_.find(finding.rule); found != by_id_.end()) ++profiled_[found->second].findings;
    }
  }

  const RuleSet& rules_;
  LexiconIndex lexicons_;
  std::unique_ptr<const Matcher> nothing_;  // without a rule: what every rule's matcher does before it matches
  std::vector<Profiled> profiled_;
  std::map<std::string, size_t> by_id_;
  double reading_ = 0;
  size_t sentences_ = 0;
  size_t first_sentences_ = 0;  // of the first dossier
};

// "" where the rule costs what rules do.
std::string Warning(const Profiled& rule, double total, size_t sentences) {
  constexpr double kLargeShare = 0.25;
  constexpr double kWorthAWord = 1;  // milliseconds: below that nothing is dear
  constexpr double kMostSentences = 0.5;
  if (rule.matcher != nullptr && sentences > 0 &&
      static_cast<double>(rule.looked_at) > kMostSentences * static_cast<double>(sentences)) {
    return absl::StrCat("its patterns look at ", rule.looked_at, " of ", sentences,
                        " sentences: give each a word that is rarer");
  }
  if (rule.milliseconds > kWorthAWord && rule.milliseconds > kLargeShare * total) {
    return absl::StrFormat("it takes %.0f%% of the time of all rules", 100 * rule.milliseconds / total);
  }
  return "";
}

double TotalOf(const std::vector<Profiled>& rules) {
  double total = 0;
  for (const Profiled& rule : rules) total += rule.milliseconds;
  return total;
}

void WriteText(Profiler& profiler, size_t dossiers, std::ostream& out) {
  const std::vector<Profiled>& rules = profiler.Sorted();
  const double total = TotalOf(rules);
  size_t width = 4;
  for (const Profiled& rule : rules) width = std::max(width, rule.id.size());
  out << absl::StrFormat("%-*s  %9s  %5s  %9s  %7s  %6s  %8s\n", width, "rule", "ms", "share", "looked at", "matches",
                         "claims", "findings");
  for (const Profiled& rule : rules) {
    const bool aligned = rule.aligned != nullptr;
    out << absl::StrFormat("%-*s  %9.2f  %4.0f%%  %9s  %7s  %6d  %8d\n", width, rule.id, rule.milliseconds,
                           total > 0 ? 100 * rule.milliseconds / total : 0.0,
                           aligned ? "-" : absl::StrCat(rule.looked_at), aligned ? "-" : absl::StrCat(rule.matches),
                           rule.claims, rule.findings);
  }
  out << absl::StrFormat("%d dossier%s, %d sentences: %.1f ms to read, %.1f ms for the rules, one after the other\n",
                         dossiers, dossiers == 1 ? "" : "s", profiler.sentences(), profiler.reading(), total);
  for (const Profiled& rule : rules) {
    const std::string warning = Warning(rule, total, profiler.sentences());
    if (!warning.empty()) out << "warning: " << rule.id << ": " << warning << "\n";
  }
}

void WriteJson(Profiler& profiler, size_t dossiers, std::ostream& out) {
  const std::vector<Profiled>& rules = profiler.Sorted();
  const double total = TotalOf(rules);
  JsonText json;
  json.Open('{');
  json.Field("dossiers", static_cast<int>(dossiers));
  json.Field("sentences", static_cast<int>(profiler.sentences()));
  json.Field("reading_microseconds", static_cast<int>(1000 * profiler.reading()));
  json.Key("rules");
  json.Open('[');
  for (const Profiled& rule : rules) {
    json.Open('{');
    json.Field("id", rule.id);
    json.Field("microseconds", static_cast<int>(1000 * rule.milliseconds));
    if (rule.aligned == nullptr) {
      json.Field("looked_at", static_cast<int>(rule.looked_at));
      json.Field("matches", static_cast<int>(rule.matches));
    }
    json.Field("claims", static_cast<int>(rule.claims));
    json.Field("findings", static_cast<int>(rule.findings));
    json.Field("warning", Warning(rule, total, profiler.sentences()));
    json.Close('}');
  }
  json.Close(']');
  json.Close('}');
  out << json.Take() << "\n";
}

}  // namespace

int RunRulesProfile(const RulesArguments& arguments, const std::vector<std::string>& corpus, absl::string_view format,
                    std::ostream& out, std::ostream& err) {
  RuleOptions options;
  options.paths = arguments.paths;
  options.no_standard = !arguments.standard;
  const LoadedChecker loaded = LoadChecker(options, err);
  if (!loaded.checker.has_value()) return Gravest(loaded.exit_code, kExitUsage);
  Profiler profiler(loaded.checker->rules());
  size_t dossiers = 0;
  const int read_code = ForEachDossier(corpus, err, [&](Dossier&& dossier) {
    ++dossiers;
    profiler.Add(*loaded.checker, dossier.documents);
  });
  if (dossiers == 0) {
    err << "crosscheck: error: there is no dossier in the corpus: give documents, folders, dossier.yaml or .jsonl\n";
    return Gravest(read_code, kExitUnread);
  }
  format == "json" ? WriteJson(profiler, dossiers, out) : WriteText(profiler, dossiers, out);
  return Gravest(loaded.exit_code, read_code);
}

}  // namespace crosscheck
