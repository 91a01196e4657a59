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

// "story.md:12:5": a path, a line and a column, of which the last may be left out, or the last two; or
// "story.docx, paragraph 12, character 5", as reports name the places of files that are not their text.
struct PlaceText {
  std::string path;
  int line = 0;
  int column = 0;
  std::string words = {};
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
  for (size_t at = out.path.find(", "); out.line == 0 && at != std::string::npos; at = out.path.find(", ", at + 1)) {
    const std::string path = out.path.substr(0, at);
    if (!ReadFile(SplitStory(path).file).ok()) continue;
    out.words = out.path.substr(at + 2);
    out.path = path;
    break;
  }
  return out;
}

int UsageError(const CliStreams& streams, absl::string_view message) {
  streams.err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

std::optional<DocumentIndex> FindDocument(const std::vector<DocumentEntry>& documents, const std::string& path,
                                          std::string& problem) {
  const NamedStory wanted = SplitStory(path);
  const std::string file = Canonical(wanted.file);
  std::vector<DocumentIndex> found;
  for (size_t i = 0; i < documents.size(); ++i) {
    const DocumentInfo& info = documents[i].info;
    if (Canonical(info.FilePath()) != file) continue;
    if (wanted.story.empty() || info.story == wanted.story) found.push_back(static_cast<DocumentIndex>(i));
  }
  if (found.size() == 1) return found[0];
  problem = found.empty() ? absl::StrCat("'", path, "' is none of the documents")
                          : absl::StrCat("'", path, "' holds several stories; name one of them: '",
                                         documents[found[0]].info.path, "'");
  return std::nullopt;
}

// Where the words of a place lead: the line, and the column where they count characters. Lines count from 1.
std::optional<LineColumn> LocateWords(const Document& document, absl::string_view words) {
  constexpr absl::string_view kCharacter = ", character ";
  int characters = 0;
  const size_t cut = words.rfind(kCharacter);
  if (cut != absl::string_view::npos && absl::SimpleAtoi(words.substr(cut + kCharacter.size()), &characters)) {
    words = words.substr(0, cut);
  }
  const absl::string_view text = document.text();
  for (size_t at = 0; document.has_places() && at < text.size(); ++at) {
    if (document.LineWords(at) != words) continue;
    const LineColumn place = document.Locate(at);
    return LineColumn{place.line, characters > 0 ? place.column + characters - 1 : 0};
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
    const auto own = std::find_if(position.claims.begin(), position.claims.end(),
                                  [&](ClaimIndex index) { return report.claims[index].rule == found->rule; });
    const Claim& claim = report.claims[own != position.claims.end() ? *own : position.claims.front()];
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
    const std::optional<DocumentIndex> document = FindDocument(documents, place.path, problem);
    if (!document) return false;
    out = {*document, place.line, place.column};
    if (place.words.empty() || !documents[*document].document) return true;
    const std::optional<LineColumn> at = LocateWords(*documents[*document].document, place.words);
    if (!at) problem = absl::StrCat("there is no place '", place.words, "' in ", documents[*document].info.path);
    if (at) out = {*document, at->line, at->column};
    return at.has_value();
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
  const PlaceText first = ParsePlace(options.paths.front());
  if (options.finding.empty() && first.line == 0 && first.words.empty()) {
    return UsageError(streams,
                      absl::StrCat("a place is FILE:LINE, FILE:LINE:COLUMN or 'FILE, PLACE' as reports name it, not '",
                                   options.paths.front(), "'"));
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
                   "FILE:LINE, FILE:LINE:COLUMN or 'FILE, PLACE' as reports name it, then the other documents, folders "
                   "or the dossier.yaml; with "
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
