#include "cli/git_changes.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "cli/files.h"

namespace crosscheck {

namespace {

absl::Status Failed(absl::string_view what) { return absl::InvalidArgumentError(absl::StrCat("git: ", what)); }

std::string ReadToEnd(int descriptor) {
  std::string out;
  char buffer[1 << 14];
  while (true) {
    const ssize_t got = read(descriptor, buffer, sizeof buffer);
    if (got > 0) {
      out.append(buffer, static_cast<size_t>(got));
    } else if (got == 0 || errno != EINTR) {
      return out;
    }
  }
}

// What `git -C folder args…` prints. No shell is asked, so that no name of a file or revision can say more than a name.
absl::StatusOr<std::string> Git(const std::string& folder, const std::vector<std::string>& args) {
  std::vector<std::string> words = {"git", "-C", folder.empty() ? "." : folder};
  words.insert(words.end(), args.begin(), args.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return Failed(std::generic_category().message(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawnp(&child, "git", &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string out = error == 0 ? ReadToEnd(ends[0]) : "";
  close(ends[0]);
  if (error != 0) return Failed(std::generic_category().message(error));
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return Failed(absl::StrCat("'", args.front(), "' failed"));
  return out;
}

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

absl::StatusOr<std::set<std::string>> ChangedSince(const std::string& folder, const std::string& revision) {
  if (revision.empty() || revision[0] == '-') return Failed(absl::StrCat("'", revision, "' is no revision"));
  const absl::StatusOr<std::string> top = Git(folder, {"rev-parse", "--show-toplevel"});
  if (!top.ok()) return Failed("this is no repository, or there is no git");
  const std::string root = FirstLine(*top);
  const absl::StatusOr<std::string> commit =
      Git(root, {"rev-parse", "--verify", "--quiet", absl::StrCat(revision, "^{commit}")});
  if (!commit.ok()) {
    return Failed(absl::StrCat("there is no revision '", revision, "' here; a shallow clone may lack it"));
  }
  // From where the change left it: what others did there since is not this change's.
  const absl::StatusOr<std::string> fork = Git(root, {"merge-base", FirstLine(*commit), "HEAD"});
  const std::string from = FirstLine(fork.ok() ? *fork : *commit);
  std::set<std::string> changed;
  for (const std::vector<std::string>& list :
       {std::vector<std::string>{"diff", "--name-only", "--no-renames", "-z", from, "--"},
        {"ls-files", "--others", "--exclude-standard", "-z"}}) {
    const absl::StatusOr<std::string> names = Git(root, list);
    if (!names.ok()) return names.status();
    for (const absl::string_view name : absl::StrSplit(*names, '\0', absl::SkipEmpty())) {
      changed.insert(Canonical(JoinPath(root, name)));
    }
  }
  return changed;
}

}  // namespace crosscheck
