// Prints, for dossiers named on the command line (manifests or folders), every pair of values that the standard rules
// of `compare: {as: values}` and `{as: misplaced}` weigh, with its cues: one line of JSON a pair. scripts/fit-pairs
// fits the weights to it.
#include <cstdio>
#include <iostream>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claim/analysis.h"
#include "cli/inputs.h"
#include "cli/standard_rules.h"
#include "compare/aligned_pairs.h"
#include "compare/aligned_places.h"
#include "compare/misplaced_pairs.h"
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

void PrintPair(const std::string& path, const Rule& rule, const std::string& a, const std::string& b,
               absl::Span<const double> cues) {
  std::cout << "{\"dossier\":\"" << path << "\",\"rule\":\"" << rule.id << "\",\"as\":\"" << rule.compare_as
            << "\",\"a\":" << a << ",\"b\":" << b << ",\"cues\":[" << absl::StrJoin(cues, ",") << "]}\n";
}

std::string PlaceOf(const DocumentAnalysis& document, const NameInText& place) {
  const Sentence& sentence = document.sentences[place.sentence];
  const Claim claim = ClaimAt(document, sentence, sentence.names[place.name].span);
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
    if (!rule.aligned) continue;
    CandidateFinder values(analysis, rule);
    for (uint32_t i = 0; i < analysis.documents.size(); ++i) {
      for (uint32_t j = i; j < analysis.documents.size(); ++j) {
        if (!MayCompare(analysis, i, j)) continue;
        const DocumentAnalysis& left = analysis.documents[i];
        const DocumentAnalysis& right = analysis.documents[j];
        if (rule.compare_as == "values") {
          for (const CandidatePair& pair : values.Find(i, j))
            PrintPair(path, rule, PlaceOf(left, *pair.a), PlaceOf(right, *pair.b), pair.cues);
        } else if (rule.compare_as == "places") {
          for (const PlacePair& pair : PlacePairs(analysis, i, j))
            PrintPair(path, rule, PlaceOf(left, pair.a), PlaceOf(right, pair.b), pair.cues);
        } else if (rule.compare_as == "misplaced") {
          if (i == j) continue;
          for (const auto& [from, to] : {std::pair(i, j), std::pair(j, i)}) {
            for (const MisplacedPair& pair : MisplacedPairs(analysis, rule, from, to))
              PrintPair(path, rule, PlaceOf(analysis.documents[from], *pair.value),
                        PlaceOf(analysis.documents[to], *pair.better), pair.cues);
          }
        }
      }
    }
  }
}

template <typename Row>
std::string NamesOf(absl::Span<const Row> table) {
  return absl::StrCat(
      "[\"", absl::StrJoin(table, "\",\"", [](std::string* out, const Row& row) { absl::StrAppend(out, row.name); }),
      "\"]");
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
  std::cout << "{\"values\":" << NamesOf(CueTable()) << ",\"places\":" << NamesOf(PlaceCueTable())
            << ",\"misplaced\":" << NamesOf(MisplacedCueTable()) << "}\n";
  const LexiconIndex lexicons(**rules);
  for (int i = 1; i < argc; ++i) PrintPairs(argv[i], **rules, lexicons);
  return 0;
}
