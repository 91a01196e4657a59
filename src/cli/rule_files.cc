#include "cli/rule_files.h"

#include <algorithm>
#include <ostream>

#include "cli/files.h"
#include "rule/rule_set.h"

namespace crosscheck {

namespace {

bool IsRuleFile(absl::string_view path) {
  const std::string ending = Ending(path);
  return ending == ".yaml" || ending == ".yml";
}

// A manifest that lies beside rules is none of them.
bool IsRuleFileOfFolder(absl::string_view path) {
  return IsRuleFile(path) && path.substr(path.rfind('/') + 1) != "dossier.yaml";
}

bool IsKnown(const std::string& path, const std::vector<RuleFile>& files) {
  return std::any_of(files.begin(), files.end(), [&path](const RuleFile& other) { return other.path == path; });
}

// One file and those that it names. A named file that is missing is left to the loader, which knows the line.
bool AddRuleFile(const std::string& path, bool named, std::vector<RuleFile>& files, std::ostream& err) {
  if (IsKnown(path, files)) return true;
  if (!named && !Ending(path).empty() && !IsRuleFile(path)) {
    err << path << ": error: not a rule file: its name does not end in .yaml\n";
    return false;
  }
  absl::StatusOr<std::string> text = ReadFile(path);
  if (!text.ok()) {
    if (named) return true;
    err << path << ": error: " << text.status().message() << "\n";
    return false;
  }
  files.push_back({path, *std::move(text)});
  if (!IsRuleFile(path)) return true;
  bool all_read = true;
  for (const std::string& other : FilesNamedIn(RuleFile(files.back()))) {
    all_read = AddRuleFile(other, true, files, err) && all_read;
  }
  return all_read;
}

}  // namespace

bool AddRuleFiles(const std::string& path, std::vector<RuleFile>& files, std::ostream& err) {
  std::vector<std::string> paths = {path};
  if (IsFolder(path)) paths = FilesBelow(path, IsRuleFileOfFolder);
  if (paths.empty()) {
    err << path << ": error: no rule file (.yaml) in this folder\n";
    return false;
  }
  bool all_read = true;
  for (const std::string& file : paths) all_read = AddRuleFile(file, false, files, err) && all_read;
  return all_read;
}

}  // namespace crosscheck
