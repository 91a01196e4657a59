#include "cli/new_files.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <system_error>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/rule_templates.h"
#include "cli/standard_rules.h"
#include "report/rule_schema.h"
#include "rule/compare_kinds.h"
#include "rule/did_you_mean.h"
#include "rule/rule_set.h"

namespace crosscheck {

namespace {

constexpr char kSchemas[] = ".crosscheck";  // a folder with a dot: no search for rules or documents goes there

constexpr char kDraft[] = R"(# Pump failure blamed for flood at Saltmere lock

The regional court heard on Monday that a failed pump had flooded the lock at Saltmere.

The hearing, in case number 24-1187, lasted three hours. The canal trust told the court that repairs to the lock
would cost $3.1 million.
)";
constexpr char kWire[] = R"(# Failed pump flooded Saltmere lock, court hears

A failed pump flooded the lock at Saltmere, the regional court heard on Monday.

The hearing in case number 24-1178 lasted three hours, and the canal trust told the court that repairs to the lock
would cost $3.1 million.
)";
constexpr char kDossier[] = R"(version: 1
documents:
  - {path: draft.md, role: draft, published: 2025-07-15}
  - {path: wire.md, publisher: The Wire, published: 2025-07-14}
)";

bool Exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

// Makes the folders above too. What is wrong is said on `err`.
bool WriteNew(const std::string& path, absl::string_view bytes, std::ostream& err) {
  std::error_code error;
  const std::string folder = FolderOf(path);
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) {
    err << "crosscheck: error: " << folder << ": " << error.message() << "\n";
    return false;
  }
  if (const absl::Status status = WriteFile(path, bytes); !status.ok()) {
    err << "crosscheck: error: " << path << ": " << status.message() << "\n";
    return false;
  }
  return true;
}

std::string Modeline(absl::string_view schema) {
  return absl::StrCat("# yaml-language-server: $schema=", kSchemas, "/", schema, "\n");
}

struct NewFile {
  std::string path;
  std::string text;
  const char* what;
};

std::vector<NewFile> StarterProject(const std::string& folder) {
  const auto in = [&folder](absl::string_view path) { return JoinPath(folder, path); };
  return {
      {in("draft.md"), kDraft, "an article"},
      {in("wire.md"), kWire, "what it was made from"},
      {in("dossier.yaml"), Modeline("dossier.json") + kDossier, "which of them is the draft"},
      {in("rules/case-number.yaml"),
       NewRuleFile("case-number", *FindRuleTemplate("text"), absl::StrCat("../", kSchemas, "/rules.json")),
       "a rule of your own, with two tests"},
      {in(absl::StrCat(kSchemas, "/rules.json")), RuleSchema(), "for editors: the keys of rule files"},
      {in(absl::StrCat(kSchemas, "/dossier.json")), DossierSchema(), "for editors: the keys of dossier.yaml"},
  };
}

}  // namespace

int RunInit(const std::string& folder, std::ostream& out, std::ostream& err) {
  const std::vector<NewFile> files = StarterProject(folder == "." ? "" : folder);
  size_t width = 0;
  for (const NewFile& file : files) width = std::max(width, file.path.size());
  for (const NewFile& file : files) {
    const std::string space(width - file.path.size() + 2, ' ');
    if (Exists(file.path)) {
      out << file.path << space << "is there already, and stays as it is\n";
    } else if (WriteNew(file.path, file.text, err)) {
      out << file.path << space << file.what << "\n";
    } else {
      return kExitUsage;
    }
  }
  out << "\nNow try:\n";
  if (folder != ".") out << "  cd " << folder << "\n";
  out << "  crosscheck rules test rules\n  crosscheck check --rules rules dossier.yaml\n";
  return kExitClean;
}

namespace {

int Fail(std::ostream& err, absl::string_view message) {
  err << "crosscheck: error: " << message << "\n";
  return kExitUsage;
}

bool IsId(absl::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return absl::ascii_islower(static_cast<unsigned char>(c)) || absl::ascii_isdigit(static_cast<unsigned char>(c)) ||
           c == '-';
  }) && id.front() != '-';
}

// "" where no shipped rule has the id, else which file has it.
std::string ShippedIn(const std::string& id) {
  std::vector<Diagnostic> ignored;
  const auto set = ReadRules(StandardRules(), ignored);
  const auto find = [&](const auto& rules) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.id == id; });
    return found == rules.end() ? "" : set->files[found->at.file];
  };
  return absl::StrCat(find(set->rules), find(set->relations), find(set->statuses));
}

const RuleTemplate* TemplateOf(absl::string_view compare, std::ostream& err) {
  if (const RuleTemplate* found = FindRuleTemplate(compare); found != nullptr) return found;
  std::vector<absl::string_view> names;
  std::string known;
  for (const RuleTemplate& row : RuleTemplates()) {
    names.push_back(row.compare);
    absl::StrAppend(&known, known.empty() ? "" : ", ", row.compare);
  }
  if (FindCompareKind(compare, true) != nullptr) {
    Fail(err, absl::StrCat("--compare: '", compare,
                           "' needs no pattern and is for aligned rules; copy one of the shipped ones, which "
                           "'crosscheck rules list' names and 'crosscheck rules show ID' prints"));
  } else {
    const std::string guess = DidYouMean(compare, names);
    Fail(err, absl::StrCat("--compare: unknown comparison '", compare, "'",
                           guess.empty() ? absl::StrCat("; known are ", known) : guess));
  }
  return nullptr;
}

}  // namespace

int RunRulesNew(const std::string& id, absl::string_view compare, std::string path, std::ostream& out,
                std::ostream& err) {
  if (!IsId(id)) return Fail(err, absl::StrCat("'", id, "' is no id: use lower-case letters, digits and hyphens"));
  if (const std::string file = ShippedIn(id); !file.empty()) {
    return Fail(err, absl::StrCat("'", id, "' is the id of a rule that comes with the program (", file,
                                  "); choose another, or put 'extends: ", id, "' into a rule of your own"));
  }
  const RuleTemplate* from = TemplateOf(compare, err);
  if (from == nullptr) return kExitUsage;
  const bool project = IsFolder("rules");
  if (path.empty()) path = absl::StrCat(project ? "rules/" : "", id, ".yaml");
  const bool schema = project && FolderOf(path) == "rules" && Exists(absl::StrCat(kSchemas, "/rules.json"));
  const std::string text = NewRuleFile(id, *from, schema ? absl::StrCat("../", kSchemas, "/rules.json") : "");
  if (path == "-") {
    out << text;
    return kExitClean;
  }
  if (Exists(path)) return Fail(err, absl::StrCat(path, " is there already; name another with -o"));
  if (!WriteNew(path, text, err)) return kExitUsage;
  out << path << ": a rule with two tests that pass. Put in your own words, then try:\n  crosscheck rules test " << path
      << "\n";
  return kExitClean;
}

void AddInitCommand(CLI::App& app, CommandContext& context) {
  auto folder = std::make_shared<std::string>(".");
  CLI::App* init = app.add_subcommand("init", "Begin a project: a draft, a source, and a rule of your own to change");
  init->add_option("FOLDER", *folder, "Where; by default here")->type_name("");
  init->callback([&context, folder] {
    context.run = [&context, folder] { return RunInit(*folder, context.streams.out, context.streams.err); };
  });
}

}  // namespace crosscheck
