#include "document/load.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

absl::Status StatusOfError(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return absl::NotFoundError("no such file");
    case EACCES:
    case EPERM:
      return absl::PermissionDeniedError("permission denied");
    case EISDIR:
      return absl::InvalidArgumentError("is a directory");
    default:
      return absl::UnavailableError(absl::StrCat("cannot be read: ", std::generic_category().message(error)));
  }
}

class File {
 public:
  explicit File(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

absl::StatusOr<std::string> ReadFileBytes(const std::string& path) {
  const File file(path);
  if (file.descriptor() < 0) return StatusOfError(errno);
  struct stat info = {};
  if (fstat(file.descriptor(), &info) != 0) return StatusOfError(errno);
  if (S_ISDIR(info.st_mode)) return StatusOfError(EISDIR);
  std::string bytes;
  // The size is a hint only: pipes have none, and files grow.
  if (S_ISREG(info.st_mode) && info.st_size > 0) bytes.reserve(static_cast<size_t>(info.st_size) + 1);
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = read(file.descriptor(), buffer, sizeof(buffer));
    if (count > 0) {
      bytes.append(buffer, static_cast<size_t>(count));
    } else if (count == 0) {
      return bytes;
    } else if (errno != EINTR) {
      return StatusOfError(errno);
    }
  }
}

}  // namespace crosscheck
