#include "cli/corpus.h"

#include <fstream>
#include <ostream>

#include "absl/strings/str_cat.h"
#include "cli/dossier_line.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/inputs.h"

namespace crosscheck {

namespace {

bool IsManifest(absl::string_view path) { return path.substr(path.rfind('/') + 1) == "dossier.yaml"; }

class CorpusReader {
 public:
  CorpusReader(std::ostream& err, const std::function<void(Dossier&&)>& use) : err_(err), use_(use) {}

  void Add(const std::string& path) {
    if (Ending(path) == ".jsonl") {
      ReadLines(path);
    } else if (!IsFolder(path)) {
      IsManifest(path) || Ending(path) == ".yaml" ? ReadPaths(path, {path}) : single_.push_back(path);
    } else if (const std::vector<std::string> manifests = FilesBelow(path, IsManifest); manifests.empty()) {
      ReadPaths(path, {path});
    } else {
      for (const std::string& manifest : manifests) ReadPaths(manifest, {manifest});
    }
  }

  int Finish() {
    if (!single_.empty()) ReadPaths(std::string(single_.front()), single_);
    return code_;
  }

 private:
  void ReadPaths(const std::string& name, std::vector<std::string> paths) {
    InputOptions options;
    options.paths = std::move(paths);
    Inputs inputs = ReadInputs(options, err_);
    code_ = Gravest(code_, inputs.exit_code);
    if (!inputs.documents.empty()) use_({name, std::move(inputs.documents)});
  }

  void ReadLines(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
      err_ << path << ": error: cannot be read\n";
      code_ = Gravest(code_, kExitUnread);
      return;
    }
    size_t number = 0;
    for (std::string line; std::getline(file, line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      DossierLine dossier = ParseDossierLine(line);
      if (!dossier.status.ok()) {
        err_ << path << ":" << number << ": error: " << dossier.status.message() << "\n";
        code_ = Gravest(code_, kExitUnread);
        continue;
      }
      use_({dossier.id == "null" ? absl::StrCat(path, ":", number) : dossier.id, std::move(dossier.documents)});
    }
  }

  std::ostream& err_;
  const std::function<void(Dossier&&)>& use_;
  std::vector<std::string> single_;
  int code_ = kExitClean;
};

}  // namespace

int ForEachDossier(const std::vector<std::string>& paths, std::ostream& err,
                   const std::function<void(Dossier&&)>& use) {
  CorpusReader reader(err, use);
  for (const std::string& path : paths) reader.Add(path);
  return reader.Finish();
}

}  // namespace crosscheck
