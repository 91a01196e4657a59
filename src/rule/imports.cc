#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "rule/rule_builder.h"

namespace crosscheck {

namespace {

struct Import {
  size_t offset;
  std::string path;
};

// Looks for a way from a file back to itself.
class ImportCycles {
 public:
  explicit ImportCycles(const std::map<std::string, std::vector<Import>>& imports) : imports_(imports) {}

  // Adds to `path`, which holds one file, the way back to it; false where there is none.
  bool Find(std::vector<std::string>& path) {
    const auto found = imports_.find(path.back());
    if (found == imports_.end()) return false;
    for (const Import& import : found->second) {
      if (import.path == path.front()) {
        path.push_back(import.path);
        return true;
      }
      // Each cycle is told once: at the first of its files.
      if (import.path < path.front() || std::find(path.begin(), path.end(), import.path) != path.end()) continue;
      if (!seen_.insert(import.path).second) continue;
      path.push_back(import.path);
      if (Find(path)) return true;
      path.pop_back();
    }
    return false;
  }

 private:
  const std::map<std::string, std::vector<Import>>& imports_;
  std::set<std::string> seen_;
};

}  // namespace

void CheckImports(const std::vector<YamlNode>& roots, RuleBuilder& builder) {
  const RuleSet& set = *builder.set;
  std::map<std::string, std::vector<Import>> imports;
  for (uint32_t f = 0; f < roots.size(); ++f) {
    FieldReader fields(set.sources, f, *builder.diagnostics);
    for (const YamlNode* node : fields.Texts(roots[f], "imports")) {
      const std::string path = Beside(set.files[f], node->scalar);
      builder.Refer(Reference::Kind::kFile, node->offset, path, fields);
      imports[set.files[f]].push_back({node->offset, path});
    }
  }
  for (uint32_t f = 0; f < roots.size(); ++f) {
    FieldReader fields(set.sources, f, *builder.diagnostics);
    for (const Import& import : imports[set.files[f]]) {
      std::vector<std::string> path = {set.files[f]};
      bool back = import.path == path.front();
      if (!back && import.path > path.front()) {
        path.push_back(import.path);
        back = ImportCycles(imports).Find(path);
      } else if (back) {
        path.push_back(import.path);
      }
      if (back)
        fields.Error(import.offset, absl::StrCat("imports lead back to this file: ", absl::StrJoin(path, " -> ")));
    }
  }
}

}  // namespace crosscheck
