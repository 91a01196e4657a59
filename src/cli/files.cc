#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

namespace fs = std::filesystem;

// A book is a few megabytes; beyond this a wrong path (a device, an archive) is likelier than an article.
constexpr size_t kLargestFile = size_t{256} << 20;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

absl::Status ErrnoStatus(int error) {
  if (error == ENOENT || error == ENOTDIR) return absl::NotFoundError("no such file or folder");
  const std::string why = absl::StrCat("cannot be read: ", std::generic_category().message(error));
  if (error == EACCES || error == EPERM) return absl::PermissionDeniedError(why);
  return absl::InvalidArgumentError(why);
}

bool IsHidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return !name.empty() && name[0] == '.';
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  if (IsFolder(path)) return absl::InvalidArgumentError("is a folder");
  File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return ErrnoStatus(errno);
  std::string bytes;
  char buffer[1 << 16];
  size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) {
    bytes.append(buffer, got);
    if (bytes.size() > kLargestFile) return absl::InvalidArgumentError("is larger than 256 MiB");
  }
  if (std::ferror(file.get()) != 0) return ErrnoStatus(errno);
  return bytes;
}

absl::Status WriteFile(const std::string& path, absl::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat("cannot be written: ", std::generic_category().message(errno)));
  }
  const bool wrote = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;  // the last bytes may fail only here
  if (!wrote || !closed) return absl::InternalError("could not be written in full");
  return absl::OkStatus();
}

bool IsFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::vector<std::string> FilesBelow(const std::string& folder, bool (*wanted)(absl::string_view path)) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (IsHidden(at->path())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored) && wanted(at->path().string())) {
      files.push_back(at->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Ending(absl::string_view path) {
  const size_t slash = path.rfind('/');
  const absl::string_view name = slash == absl::string_view::npos ? path : path.substr(slash + 1);
  const size_t dot = name.rfind('.');
  if (dot == absl::string_view::npos || dot == 0) return "";
  return absl::AsciiStrToLower(name.substr(dot));
}

std::string JoinPath(absl::string_view folder, absl::string_view path) {
  if (folder.empty() || (!path.empty() && path[0] == '/')) return std::string(path);
  return absl::StrCat(folder, folder.back() == '/' ? "" : "/", path);
}

std::string FolderOf(absl::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == absl::string_view::npos) return "";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string RelativeTo(const std::string& folder, const std::string& path) {
  const fs::path relative = fs::path(Canonical(path)).lexically_relative(Canonical(folder.empty() ? "." : folder));
  return relative.empty() ? path : relative.generic_string();
}

NamedStory SplitStory(const std::string& path) {
  std::error_code error;
  if (path.find('#') == std::string::npos || fs::exists(path, error)) return {path, ""};
  for (size_t at = path.find('#'); at != std::string::npos; at = path.find('#', at + 1)) {
    std::string file = path.substr(0, at);
    if (fs::is_regular_file(file, error)) return {std::move(file), path.substr(at + 1)};
  }
  return {path, ""};
}

std::string Canonical(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical.string();
}

}  // namespace crosscheck
