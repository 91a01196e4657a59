#include "cli/inputs.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <ostream>
#include <set>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/exit_code.h"
#include "cli/files.h"
#include "cli/progress.h"
#include "crosscheck/diagnostic.h"
#include "document/formats.h"
#include "rule/manifest.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kManifestName = "dossier.yaml";

bool IsDocumentOrManifest(absl::string_view path) {
  return IsDocumentPath(path) || path == kManifestName || absl::EndsWith(path, absl::StrCat("/", kManifestName));
}

bool IsManifest(absl::string_view path) {
  const std::string ending = Ending(path);
  return ending == ".yaml" || ending == ".yml";
}

// A document to be read, and what is already known to be wrong with it.
struct Wanted {
  DocumentEntry entry;
  NamedStory named;
  std::optional<Diagnostic> named_at;  // the line of the manifest that names it
  bool missing = false;
  bool of_folder = false;                // found there, named by nobody
  bool no_story = false;                 // JSON or XML of some other kind
  std::vector<DocumentEntry> more = {};  // the other stories of its file
};

class Collector {
 public:
  Collector(Inputs& inputs, std::ostream& err) : inputs_(inputs), err_(err) {}

  void AddPath(const std::string& path) {
    if (IsFolder(path)) {
      AddFolder(path);
    } else if (IsManifest(path)) {
      AddManifest(path);
    } else {
      DocumentInfo info;
      info.path = path;
      AddDocument(std::move(info), std::nullopt);
    }
  }

  // Only this document is a draft then; one that no path names comes first.
  void SetDraft(const std::string& path) {
    const std::string draft = KeyOf(path);
    if (seen_.count(draft) == 0) {
      DocumentInfo info;
      info.path = path;
      AddDocument(std::move(info), std::nullopt);
      std::rotate(wanted_.begin(), wanted_.end() - 1, wanted_.end());
    }
    for (Wanted& wanted : wanted_) {
      wanted.entry.info.role = KeyOf(wanted.entry.info.path) == draft ? Role::kDraft : Role::kSource;
    }
  }

  std::vector<Wanted> Take() { return std::move(wanted_); }

 private:
  static std::string KeyOf(const std::string& path) {
    const NamedStory named = SplitStory(path);
    return absl::StrCat(Canonical(named.file), named.story.empty() ? "" : "#", named.story);
  }

  void AddDocument(DocumentInfo info, std::optional<Diagnostic> named_at) {
    if (!seen_.insert(KeyOf(info.path)).second) return;
    Wanted wanted;
    wanted.named = SplitStory(info.path);
    wanted.entry.info = std::move(info);
    wanted.named_at = std::move(named_at);
    wanted_.push_back(std::move(wanted));
  }

  void AddFolder(const std::string& folder) {
    const std::string manifest = JoinPath(folder, kManifestName);
    if (ReadFile(manifest).ok()) {
      AddManifest(manifest);
      return;
    }
    const std::vector<std::string> files = FilesBelow(folder, IsDocumentOrManifest);
    size_t documents = 0;
    for (const std::string& file : files) {
      if (IsManifest(file)) {
        err_ << file << ": warning: not used: give this manifest, or its folder, itself\n";
        continue;
      }
      DocumentInfo info;
      info.path = file;
      AddDocument(std::move(info), std::nullopt);
      wanted_.back().of_folder = wanted_.back().entry.info.path == file;
      ++documents;
    }
    if (documents == 0) {
      err_ << folder << ": error: no document in this folder (known are files with the endings "
           << absl::StrJoin(DocumentEndings(), ", ") << ")\n";
      inputs_.exit_code = Gravest(inputs_.exit_code, kExitUnread);
    }
  }

  void AddManifest(const std::string& path) {
    const absl::StatusOr<std::string> text = ReadFile(path);
    if (!text.ok()) {
      err_ << path << ": error: " << text.status().message() << "\n";
      inputs_.exit_code = Gravest(inputs_.exit_code, kExitUnread);
      return;
    }
    std::vector<Diagnostic> diagnostics;
    absl::StatusOr<Manifest> manifest = ParseManifest(path, *text, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) {
      err_ << FormatDiagnostic(diagnostic);
      if (diagnostic.level == Diagnostic::Level::kError) inputs_.exit_code = Gravest(inputs_.exit_code, kExitUsage);
    }
    if (!manifest.ok()) {
      inputs_.exit_code = Gravest(inputs_.exit_code, kExitUsage);
      return;
    }
    const std::string folder = FolderOf(path);
    for (ManifestEntry& document : manifest->documents) {
      document.info.path = JoinPath(folder, document.info.path);
      for (std::string& other : document.info.supersedes) other = JoinPath(folder, other);
      for (std::string& other : document.info.derived_from) other = JoinPath(folder, other);
      Diagnostic named_at;
      named_at.path = path;
      named_at.at = document.at;
      named_at.line_text = document.line_text;
      AddDocument(std::move(document.info), std::move(named_at));
    }
  }

  Inputs& inputs_;
  std::ostream& err_;
  std::vector<Wanted> wanted_;
  std::set<std::string> seen_;
};

// Of the stories of a file the one that is named; all where none is.
absl::StatusOr<std::vector<Document>> ReadNamed(const Wanted& wanted, std::string bytes) {
  DocumentInfo info = wanted.entry.info;
  info.path = wanted.named.file;
  absl::StatusOr<std::vector<Document>> documents = Document::AllFromBytes(std::move(info), std::move(bytes));
  const std::string& story = wanted.named.story;
  if (!documents.ok() || story.empty()) return documents;
  constexpr size_t kMostNamed = 5;
  std::vector<std::string> others;
  for (const Document& document : *documents) {
    if (!document.info().story.empty() && others.size() <= kMostNamed) others.push_back(document.info().story);
  }
  std::erase_if(*documents, [&story](const Document& document) { return document.info().story != story; });
  if (!documents->empty()) return documents;
  if (others.size() > kMostNamed) others.back() = "…";
  return absl::InvalidArgumentError(
      others.empty() ? "is no file of stories: leave out what follows the '#'"
                     : absl::StrCat("the file has no such story; it has ", absl::StrJoin(others, ", ")));
}

void ReadWanted(Wanted& wanted) {
  absl::StatusOr<std::string> bytes = ReadFile(wanted.named.file);
  if (!bytes.ok()) {
    wanted.missing = absl::IsNotFound(bytes.status());
    MarkUnread(wanted.entry, bytes.status().message());
    return;
  }
  absl::StatusOr<std::vector<Document>> documents = ReadNamed(wanted, *std::move(bytes));
  if (!documents.ok()) {
    wanted.no_story = absl::IsUnimplemented(documents.status());
    MarkUnread(wanted.entry, documents.status().message());
    return;
  }
  for (size_t i = 1; i < documents->size(); ++i) {
    wanted.more.push_back(wanted.entry);
    SetDocument(wanted.more.back(), std::move((*documents)[i]));
  }
  SetDocument(wanted.entry, std::move(documents->front()));
}

// A story may be named by itself and with all of its file.
void AddOnce(DocumentEntry&& entry, std::set<std::string>& stories, std::vector<DocumentEntry>& documents) {
  const DocumentInfo& info = entry.info;
  if (!info.story.empty() && !stories.insert(absl::StrCat(Canonical(info.FilePath()), "#", info.story)).second) return;
  documents.push_back(std::move(entry));
}

void ReadAll(std::vector<Wanted>& wanted, int threads, const Watch& watch) {
  std::atomic<size_t> next = 0;
  const auto work = [&wanted, &next, &watch] {
    for (size_t i = next++; i < wanted.size(); i = next++) {
      if (Asked(watch.interrupt)) {
        MarkUnread(wanted[i].entry, kInterruptedReading);
      } else {
        ReadWanted(wanted[i]);
      }
      if (watch.progress != nullptr) watch.progress->Step();
    }
  };
  if (watch.progress != nullptr) watch.progress->Begin("reading", "file", wanted.size());
  std::vector<std::jthread> workers;
  const size_t helpers = std::min(wanted.size(), static_cast<size_t>(std::max(threads, 1)));
  for (size_t i = 1; i < helpers; ++i) workers.emplace_back(work);
  work();
  workers.clear();
  if (watch.progress != nullptr) watch.progress->End();
}

}  // namespace

bool IsDocumentPath(absl::string_view path) {
  const std::string ending = Ending(path);
  return std::find(DocumentEndings().begin(), DocumentEndings().end(), ending) != DocumentEndings().end();
}

void SetDocument(DocumentEntry& entry, absl::StatusOr<Document> document) {
  if (!document.ok()) {
    MarkUnread(entry, document.status().message());
    return;
  }
  entry.document = *std::move(document);
  entry.info = entry.document->info();
  if (entry.info.withdrawn) entry.status = "withdrawn";
}

void MarkUnread(DocumentEntry& entry, absl::string_view why) {
  entry.status = "unread";
  entry.why = std::string(why);
  entry.document.reset();
}

Inputs ReadInputs(const InputOptions& options, std::ostream& err, const Watch& watch) {
  Inputs inputs;
  Collector collector(inputs, err);
  for (const std::string& path : options.paths) collector.AddPath(path);
  if (!options.draft.empty()) collector.SetDraft(options.draft);
  std::vector<Wanted> wanted = collector.Take();
  ReadAll(wanted, options.threads, watch);
  std::set<std::string> stories;
  for (Wanted& one : wanted) {
    if (one.of_folder && one.no_story) {
      err << one.entry.info.path << ": warning: not used: " << one.entry.why << "\n";
      continue;
    }
    if (one.entry.status == "unread") {
      // A manifest that names what is not there is wrong itself, and the place to mend it is that line.
      const bool wrong_manifest = one.missing && one.named_at.has_value();
      if (one.entry.why == kInterruptedReading) {
        // Said once, of all of them.
      } else if (wrong_manifest) {
        one.named_at->message = absl::StrCat("no such file: '", one.entry.info.path, "'");
        err << FormatDiagnostic(*one.named_at);
      } else {
        err << one.entry.info.path << ": error: " << one.entry.why << "\n";
      }
      inputs.exit_code = Gravest(inputs.exit_code, wrong_manifest ? kExitUsage : kExitUnread);
    }
    AddOnce(std::move(one.entry), stories, inputs.documents);
    for (DocumentEntry& entry : one.more) AddOnce(std::move(entry), stories, inputs.documents);
  }
  if (inputs.documents.empty() && !wanted.empty()) inputs.exit_code = Gravest(inputs.exit_code, kExitUnread);
  return inputs;
}

}  // namespace crosscheck
