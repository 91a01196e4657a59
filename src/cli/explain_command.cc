#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/rule_options.h"
#include "report/explanation_report.h"

// `crosscheck explain`: why a place makes the claims that it makes, and why they were or were not held against others.
namespace crosscheck {

namespace {

struct ExplainOptions {
  std::vector<std::string> paths;  // the first is the place, unless a finding is asked for
  std::string against;
  std::string finding;
  std::string rule;
  std::string draft;
  std::string format = "text";
  bool all = false;
  RuleOptions rules;
};

// "story.md:12:5": a path, a line and a column, of which the last may be left out, or the last two.
struct PlaceText {
  std::string path;
  int line = 0;
  int column = 0;
};

// Cuts ":12" off the end; 0 where there is none.
int CutNumber(std::string& text) {
  const size_t colon = text.rfind(':');
  int number = 0;
  if (colon == std::string::npos || colon + 1 == text.size() || !absl::SimpleAtoi(text.substr(colon + 1), &number) ||
      number < 1) {
    return 0;
  }
  text.resize(colon);
  return number;
}

PlaceText ParsePlace(std::string text) {
  PlaceText out;
  const int last = CutNumber(text);
  const int first = last > 0 ? CutNumber(text) : 0;
  out.line = first > 0 ? first : last;
  out.column = first > 0 ? last : 0;
  out.path = std::move(text);
  return out;
}

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

std::optional<DocumentIndex> FindDocument(const std::vector<DocumentEntry>& documents, const std::string& path) {
  const std::string wanted = Canonical(path);
  for (size_t i = 0; i < documents.size(); ++i) {
    if (Canonical(documents[i].info.path) == wanted) return static_cast<DocumentIndex>(i);
  }
  return std::nullopt;
}

// The place of the first claim of the finding's first position, and that of the second's.
bool PlacesOfFinding(const Report& report, const std::string& fingerprint, ExplainRequest& request,
                     std::string& problem) {
  const Finding* found = nullptr;
  for (const Finding& finding : report.findings) {
    if (!absl::StartsWith(finding.fingerprint, fingerprint)) continue;
    if (found != nullptr) {
      problem = absl::StrCat("several findings have a fingerprint that begins with '", fingerprint, "'");
      return false;
    }
    found = &finding;
  }
  if (found == nullptr) {
    problem = absl::StrCat("no finding has the fingerprint '", fingerprint, "'");
    return false;
  }
  const auto place = [&](const Position& position) {
    const Claim& claim = report.claims[position.claims.front()];
    const LineColumn at = report.documents[claim.document].document->Locate(claim.span.begin);
    return ExplainPlace{claim.document, at.line, at.column};
  };
  request.place = place(found->positions[0]);
  if (found->positions.size() > 1) request.against = place(found->positions[1]);
  request.rule = found->rule;
  return true;
}

bool PlacesOfPaths(const ExplainOptions& options, const std::vector<DocumentEntry>& documents, ExplainRequest& request,
                   std::string& problem) {
  const auto place_of = [&](const std::string& text, ExplainPlace& out) {
    const PlaceText place = ParsePlace(text);
    const std::optional<DocumentIndex> document = FindDocument(documents, place.path);
    if (!document) problem = absl::StrCat("'", place.path, "' is none of the documents");
    out = {document.value_or(0), place.line, place.column};
    return document.has_value();
  };
  if (!place_of(options.paths.front(), request.place)) return false;
  if (options.against.empty()) return true;
  request.against.emplace();
  return place_of(options.against, *request.against);
}

InputOptions InputsOf(const ExplainOptions& options) {
  InputOptions inputs;
  inputs.draft = options.draft;
  size_t first = 0;
  std::vector<std::string> places;
  if (options.finding.empty()) {
    places.push_back(ParsePlace(options.paths.front()).path);
    first = 1;
  }
  if (!options.against.empty()) places.push_back(ParsePlace(options.against).path);
  // The dossier first: a manifest knows more of a document than its name.
  inputs.paths.assign(options.paths.begin() + static_cast<std::ptrdiff_t>(first), options.paths.end());
  inputs.paths.insert(inputs.paths.end(), places.begin(), places.end());
  return inputs;
}

int RunExplain(const ExplainOptions& options, const CliStreams& streams) {
  if (options.finding.empty() && ParsePlace(options.paths.front()).line == 0) {
    return UsageError(streams,
                      absl::StrCat("a place is FILE:LINE or FILE:LINE:COLUMN, not '", options.paths.front(), "'"));
  }
  if (!options.finding.empty() && !options.against.empty()) {
    return UsageError(streams, "--finding has both places; it takes no --against");
  }
  const LoadedChecker loaded = LoadChecker(options.rules, streams.err);
  if (!loaded.checker.has_value()) return loaded.exit_code;
  Inputs inputs = ReadInputs(InputsOf(options), streams.err);
  const int code = Gravest(loaded.exit_code, inputs.exit_code);
  // What is not found may stand in an input that could not be read: that counts, and not the command line.
  const auto refuse = [&, unread = inputs.exit_code != kExitClean](const std::string& why) {
    const int usage = UsageError(streams, why);
    return unread ? code : Gravest(code, usage);
  };
  ExplainRequest request;
  request.rule = options.rule;
  std::string problem;
  const bool found = options.finding.empty()
                         ? PlacesOfPaths(options, inputs.documents, request, problem)
                         : PlacesOfFinding(loaded.checker->Check(inputs.documents), options.finding, request, problem);
  if (!found) return refuse(problem);
  const Explanation explanation = loaded.checker->Explain(std::move(inputs.documents), request);
  if (!explanation.problem.empty()) return refuse(explanation.problem);
  std::string text;
  if (options.format == "json") {
    WriteExplanationJson(explanation, text);
  } else {
    WriteExplanationText(explanation, {.all = options.all || !request.rule.empty()}, text);
  }
  streams.out << text;
  return code;
}

}  // namespace

void AddExplainCommand(CLI::App& app, CommandContext& context) {
  CLI::App* command = app.add_subcommand(
      "explain", "Say why a place makes the claims that it makes, and why they were or were not held against others");
  const auto options = std::make_shared<ExplainOptions>();
  command
      ->add_option("PLACE", options->paths,
                   "FILE:LINE or FILE:LINE:COLUMN, then the other documents, folders or the dossier.yaml; with "
                   "--finding the documents alone")
      ->type_name("PLACE [PATH...]")
      ->required();
  command->add_option("--rule", options->rule, "Only this rule, and all of its patterns")->type_name("ID");
  command->add_option("--against", options->against, "Only what stands in this document, or at this line of it")
      ->type_name("FILE[:LINE[:COLUMN]]");
  command
      ->add_option("--finding", options->finding, "Explain the finding with this fingerprint, or the beginning of one")
      ->type_name("FINGERPRINT");
  command->add_option("--draft", options->draft, "The document that is the draft; the others are sources")
      ->type_name("FILE");
  command->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--all", options->all, "Every rule that matches in part, and every pair");
  options->rules.Declare(*command);
  command->callback(
      [options, &context] { context.run = [options, &context] { return RunExplain(*options, context.streams); }; });
}

}  // namespace crosscheck
