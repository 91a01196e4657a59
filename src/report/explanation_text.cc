// What `crosscheck explain` says to people.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "report/explanation_report.h"
#include "report/finding_view.h"
#include "report/printable.h"

namespace crosscheck {

namespace {

constexpr int kFewestParts = 2;        // that a pattern matches before it is shown unasked
constexpr size_t kMostNearMisses = 5;  // rules that nearly matched
constexpr size_t kMostPatterns = 3;    // of one rule
constexpr size_t kMostPairs = 12;

bool IsNearMiss(const ExplainedRule& rule) {
  return rule.outcome != "claim" && rule.outcome != "unless" && rule.outcome != "zone" && rule.outcome != "no_value" &&
         rule.outcome != "aligned";
}

class TextExplainer {
 public:
  TextExplainer(const Explanation& explanation, const ExplanationOptions& options, std::string& out)
      : in_(explanation), options_(options), out_(out) {}

  void Run() {
    for (const ExplainedSentence& sentence : in_.sentences) WriteSentence(sentence);
    WriteComparison();
    WriteFindings();
    WriteVerdicts();
  }

 private:
  template <typename... Parts>
  void Put(const Parts&... parts) {
    absl::StrAppend(&out_, parts...);
  }

  std::string Where(DocumentIndex document, TextSpan span) const {
    const DocumentEntry& entry = in_.report.documents[document];
    return absl::StrCat(Printable(entry.info.path), Printable(entry.document->AfterPath(span.begin)));
  }

  void WriteSentence(const ExplainedSentence& sentence) {
    Put(Where(sentence.document, sentence.span), "  ", sentence.zone, "\n  “", Printable(sentence.text), "”\n");
    if (!sentence.read) {
      Put("  Nothing is looked for here: navigation, promotion and the like make no claim.\n\n");
      return;
    }
    Put("  patterns see  ", Printable(sentence.seen), "\n");
    WritePhrases("value", sentence.values);
    WritePhrases("name", sentence.names);
    WritePhrases("no value", sentence.no_values);
    Put("\n");
    WriteRules(sentence);
  }

  void WritePhrases(absl::string_view what, const std::vector<ExplainedPhrase>& phrases) {
    for (const ExplainedPhrase& phrase : phrases) {
      Put("  ", what, std::string(14 - what.size(), ' '), "“", Printable(phrase.text), "”: ");
      if (phrase.kind.empty()) {
        Put(phrase.reason, "\n");
      } else {
        Put(phrase.kind, " (", Printable(phrase.reason), ")\n");
      }
    }
  }

  void WriteRules(const ExplainedSentence& sentence) {
    size_t near_misses = 0;
    size_t hidden = 0;
    for (const ExplainedRule& rule : sentence.rules) {
      const bool shown = !IsNearMiss(rule) || options_.all ||
                         (rule.patterns.front().parts_held >= kFewestParts && ++near_misses <= kMostNearMisses);
      if (!shown) {
        ++hidden;
      } else {
        WriteRule(rule);
      }
    }
    if (hidden > 0) {
      Put(hidden == sentence.rules.size() ? "  no rule matches; " : "  and ", hidden,
          hidden == 1 ? " rule begins" : " rules begin", " to match (--all shows them)\n");
    }
    if (sentence.rules.empty()) Put("  No pattern of a rule begins to match here.\n");
    Put("\n");
  }

  void WriteRule(const ExplainedRule& rule) {
    Put("  ", rule.id, ": ");
    if (!rule.claims.empty()) {
      Put(rule.claims.size() == 1 ? "makes a claim\n" : "makes claims\n");
      for (const std::string& claim : rule.claims) Put("    claim: ", Printable(claim), "\n");
    } else if (!rule.reason.empty()) {
      Put(rule.reason, "\n");
    } else {
      Put(IsNearMiss(rule) ? "does not match\n" : "makes no claim\n");
    }
    size_t shown = 0;
    for (const ExplainedPattern& pattern : rule.patterns) {
      if (shown == kMostPatterns && !options_.all && pattern.outcome != "claim") break;
      WritePattern(pattern);
      ++shown;
    }
    if (shown < rule.patterns.size()) {
      const size_t rest = rule.patterns.size() - shown;
      Put("    and ", rest, rest == 1 ? " more pattern that gets" : " more patterns that get", " no further\n");
    }
  }

  void WritePattern(const ExplainedPattern& pattern) {
    Put("    ", pattern.path, ":", pattern.at.line, ":", pattern.at.column, pattern.state.empty() ? "" : ": ",
        pattern.state, ": '", pattern.text, "'\n      ");
    if (pattern.outcome == "claim") {
      Put("matches “", Printable(pattern.matched), "”\n");
    } else if (pattern.parts_held == 0) {
      Put("no part matches: ", Printable(pattern.reason), "\n");
    } else if (pattern.parts_held == pattern.parts) {
      Put("“", Printable(pattern.matched), "”: ", Printable(pattern.reason), "\n");
    } else {
      Put(pattern.parts_held, " of ", pattern.parts, pattern.parts == 1 ? " part matches" : " parts match", ", “",
          Printable(pattern.matched), "”; ", Printable(pattern.reason), "\n");
    }
  }

  void WriteComparison() {
    if (in_.events.empty() && in_.pairs.empty()) return;
    Put("Held against others\n");
    for (const ExplainedEvent& event : in_.events) {
      Put("  ", Printable(in_.report.documents[event.document].info.path), ": ", event.reason, "\n");
    }
    size_t shown = 0;
    for (const ExplainedPair& pair : in_.pairs) {
      if (shown == kMostPairs && !options_.all && !pair.related) break;
      WritePair(pair);
      ++shown;
    }
    if (shown < in_.pairs.size()) Put("  and ", in_.pairs.size() - shown, " more pairs (--all shows them)\n");
    if (in_.pairs.empty()) Put("  No claim or value elsewhere was held against what stands here.\n");
    Put("\n");
  }

  void WritePair(const ExplainedPair& pair) {
    Put("  ", pair.rule, ": “", Printable(pair.text), "”");
    if (!pair.alone) {
      Put(" and “", Printable(pair.other_text), "” (", Where(pair.other_document, pair.other_span), ")");
    }
    Put("\n    ",
        pair.related ? ""
        : pair.alone ? "not compared: "
                     : "not held to differ: ",
        Printable(pair.reason), "\n");
  }

  static std::string AlsoWords(const Finding& finding) {
    std::string out;
    for (const std::string& line : AlsoLines(finding)) absl::StrAppend(&out, "\n    also ", line);
    return out;
  }

  void WriteFindings() {
    if (in_.findings.empty()) {
      Put("No finding points here.\n");
      return;
    }
    Put("Findings\n");
    for (const size_t index : in_.findings) {
      const Finding& finding = in_.report.findings[index];
      Put("  ", SeverityName(finding.severity), " ", finding.kind, " [", finding.rule, "]",
          finding.message.empty() ? "" : ": ", Printable(finding.message), "\n    ", Printable(finding.reason),
          AlsoWords(finding), "\n    fingerprint ", finding.fingerprint, finding.state == "new" ? "" : ", ",
          finding.state == "new" ? "" : finding.state, "\n");
    }
  }

  // What became of the draft's figures that stand here.
  void WriteVerdicts() {
    for (const Coverage& entry : in_.report.coverage) {
      const Claim& claim = in_.report.claims[entry.claim];
      const bool here = std::any_of(in_.sentences.begin(), in_.sentences.end(), [&](const ExplainedSentence& sentence) {
        return sentence.document == claim.document && sentence.span.Overlaps(claim.span);
      });
      if (!here) continue;
      Put("Verdict on “", Printable(claim.value.text), "”: ", VerdictName(entry.verdict), ", ", Printable(entry.reason),
          "\n");
    }
  }

  const Explanation& in_;
  const ExplanationOptions& options_;
  std::string& out_;
};

}  // namespace

void WriteExplanationText(const Explanation& explanation, const ExplanationOptions& options, std::string& out) {
  TextExplainer(explanation, options, out).Run();
}

}  // namespace crosscheck
