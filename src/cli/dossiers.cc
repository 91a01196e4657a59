#include "cli/dossiers.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/glob.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "crosscheck/diagnostic.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kManifestName = "dossier.yaml";

bool IsManifestName(absl::string_view path) { return path.substr(path.rfind('/') + 1) == kManifestName; }

bool IsManifestPath(absl::string_view path) {
  const std::string ending = Ending(path);
  return ending == ".yaml" || ending == ".yml";
}

class Planner {
 public:
  Planner(const Settings& settings, bool every, std::ostream& err, int& exit_code)
      : settings_(settings), inputs_(settings.options.inputs), every_(every), err_(err), exit_code_(exit_code) {}

  std::vector<DossierPlan> Plan() {
    for (const std::string& path : inputs_.paths) Sort(path);
    if (!inputs_.draft.empty()) drafts_ = {inputs_.draft};
    std::erase_if(drafts_, [this](const std::string& draft) { return RowsOf(draft).empty(); });
    std::vector<DossierPlan> plans;
    for (const std::string& draft : drafts_) plans.push_back(PlanOf(draft));
    if (plans.empty() && (manifests_.empty() || !every_)) return {{inputs_, {}}};
    for (const std::string& manifest : manifests_) {
      DossierPlan plan;
      plan.inputs.paths = {manifest};
      plan.inputs.threads = inputs_.threads;
      plans.push_back(std::move(plan));
    }
    if (drafts_.empty() && !others_.empty()) {
      plans.emplace_back();
      plans.back().inputs.paths = others_;
      plans.back().inputs.threads = inputs_.threads;
    }
    SayUnused();
    return plans;
  }

 private:
  std::string NameOf(const std::string& path) const {
    return RelativeTo(settings_.folder.empty() ? "." : settings_.folder, path);
  }

  std::vector<const SourceRow*> RowsOf(const std::string& path) const {
    std::vector<const SourceRow*> rows;
    if (!settings_.config) return rows;
    const std::string name = NameOf(path);
    for (const SourceRow& row : settings_.config->sources) {
      if (std::any_of(row.drafts.begin(), row.drafts.end(),
                      [&name](const PlacedText& glob) { return GlobFits(glob.text, name); })) {
        rows.push_back(&row);
      }
    }
    return rows;
  }

  // What a PATH is: drafts of the configuration, manifests, or other documents.
  void Sort(const std::string& path) {
    if (!IsFolder(path)) {
      if (IsManifestPath(path)) {
        manifests_.push_back(path);
      } else if (RowsOf(path).empty()) {
        others_.push_back(path);
      } else {
        drafts_.push_back(path);
      }
      return;
    }
    if (const std::string manifest = JoinPath(path == "." ? "" : path, kManifestName); ReadFile(manifest).ok()) {
      manifests_.push_back(manifest);
      if (!every_) return;
    }
    for (std::string& file : FilesBelow(path, [](absl::string_view) { return true; })) {
      if (path == ".") file.erase(0, 2);  // "./", which nobody wrote
      if (IsManifestName(file)) {
        const bool known = std::find(manifests_.begin(), manifests_.end(), file) != manifests_.end();
        if (every_ && !known) manifests_.push_back(file);
      } else if (IsDocumentPath(file)) {
        RowsOf(file).empty() ? found_.push_back(file) : drafts_.push_back(file);
      }
    }
  }

  DossierPlan PlanOf(const std::string& draft) {
    DossierPlan plan;
    plan.inputs.draft = draft;
    plan.inputs.threads = inputs_.threads;
    plan.inputs.paths = {draft};
    for (const SourceRow* row : RowsOf(draft)) {
      for (const PlacedText& glob : row->sources) {
        plan.globs.push_back(glob.text);
        AddSources(glob, draft, plan.inputs.paths);
      }
    }
    plan.inputs.paths.insert(plan.inputs.paths.end(), others_.begin(), others_.end());
    return plan;
  }

  void AddSources(const PlacedText& glob, const std::string& draft, std::vector<std::string>& paths) {
    const std::string itself = Canonical(draft);
    bool any = false;
    for (const std::string& file : FilesOf(glob.text)) {
      used_.insert(Canonical(file));
      any = true;
      if (Canonical(file) != itself) paths.push_back(file);
    }
    if (any || !complained_.insert(glob.offset).second) return;
    err_ << FormatDiagnostic(
        settings_.config->source->Problem(glob.offset, absl::StrCat("no document fits '", glob.text, "'")));
    exit_code_ = Gravest(exit_code_, kExitUsage);
  }

  std::vector<std::string> FilesOf(const std::string& glob) const {
    const std::string folder = JoinPath(settings_.folder, std::string(FixedFolder(glob)));
    std::vector<std::string> files;
    for (std::string& file : FilesBelow(folder.empty() ? "." : folder, IsDocumentPath)) {
      if (absl::StartsWith(file, "./")) file.erase(0, 2);
      if (GlobFits(glob, NameOf(file))) files.push_back(std::move(file));
    }
    return files;
  }

  // Of a folder, what no dossier has taken.
  void SayUnused() {
    std::erase_if(found_, [this](const std::string& file) { return used_.count(Canonical(file)) != 0; });
    if (found_.empty() || every_) return;
    err_ << settings_.config->source->path() << ": warning: " << found_.size()
         << (found_.size() == 1 ? " document is" : " documents are")
         << " neither a draft nor a source of 'sources' and not checked: " << found_.front()
         << (found_.size() > 1 ? ", …" : "") << "\n";
  }

  const Settings& settings_;
  const InputOptions& inputs_;
  bool every_;
  std::ostream& err_;
  int& exit_code_;
  std::vector<std::string> drafts_, manifests_, others_;
  std::vector<std::string> found_;  // documents of folders that are no drafts
  std::set<std::string> used_;
  std::set<size_t> complained_;
};

}  // namespace

std::vector<DossierPlan> PlanDossiers(const Settings& settings, bool every, std::ostream& err, int& exit_code) {
  return Planner(settings, every, err, exit_code).Plan();
}

}  // namespace crosscheck
