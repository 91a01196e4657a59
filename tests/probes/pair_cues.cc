// Prints, for dossiers named on the command line (manifests or folders), every pair of values that the standard rules
// of `compare: {as: values}` weigh, with its cues: one line of JSON a pair. scripts/fit-pairs fits the weights to it.
#include <cstdio>
#include <iostream>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claim/analysis.h"
#include "cli/inputs.h"
#include "cli/standard_rules.h"
#include "compare/aligned_pairs.h"
#include "compare/named.h"
#include "crosscheck/rules.h"

namespace crosscheck {

namespace {

std::string PlaceOf(const DocumentAnalysis& document, const ValueMention& value) {
  const Sentence& sentence = document.sentences[value.sentence];
  const Claim claim = ClaimAt(document, sentence, value.mention.phrase);
  std::string name = document.document->info().path;
  name = name.substr(name.rfind('/') + 1);
  return absl::StrCat("{\"file\":\"", name, "\",\"begin\":", claim.span.begin, ",\"end\":", claim.span.end, "}");
}

void PrintPairs(const std::string& path, const RuleSet& rules, const LexiconIndex& lexicons) {
  InputOptions options;
  options.paths = {path};
  const Inputs inputs = ReadInputs(options, std::cerr);
  const Analysis analysis = Analyse(inputs.documents, rules, lexicons);
  for (const Rule& rule : rules.rules) {
    if (!rule.aligned || rule.compare_as != "values") continue;
    for (uint32_t i = 0; i < analysis.documents.size(); ++i) {
      for (uint32_t j = i + 1; j < analysis.documents.size(); ++j) {
        if (!MayCompare(analysis, i, j)) continue;
        for (const CandidatePair& pair : CandidatePairs(analysis, rule, i, j)) {
          std::cout << "{\"dossier\":\"" << path << "\",\"rule\":\"" << rule.id
                    << "\",\"a\":" << PlaceOf(analysis.documents[i], *pair.a)
                    << ",\"b\":" << PlaceOf(analysis.documents[j], *pair.b) << ",\"cues\":["
                    << absl::StrJoin(pair.cues, ",") << "]}\n";
        }
      }
    }
  }
}

}  // namespace

}  // namespace crosscheck

int main(int argc, char** argv) {
  using namespace crosscheck;
  std::vector<Diagnostic> diagnostics;
  const auto rules = ParseRules(StandardRules(), diagnostics);
  if (!rules.ok()) {
    std::cerr << rules.status() << "\n";
    return 2;
  }
  std::cout << "{\"names\":[\"" << absl::StrJoin(CueTable(), "\",\"", [](std::string* out, const CueRow& row) {
    absl::StrAppend(out, row.name);
  }) << "\"]}\n";
  const LexiconIndex lexicons(**rules);
  for (int i = 1; i < argc; ++i) PrintPairs(argv[i], **rules, lexicons);
  return 0;
}
