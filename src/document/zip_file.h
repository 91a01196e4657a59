#ifndef CROSSCHECK_DOCUMENT_ZIP_FILE_H_
#define CROSSCHECK_DOCUMENT_ZIP_FILE_H_

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace crosscheck {

// A zip archive in memory, from anywhere: what it unfolds to is bounded.
class ZipFile {
 public:
  // kInvalidArgument for what is no archive or a broken one. `bytes` must outlive the archive.
  static absl::StatusOr<ZipFile> Open(absl::string_view bytes);

  // The bytes of an entry; nullopt where there is none of this name. kInvalidArgument for one that is encrypted,
  // broken or larger than kLargestPart, and where all that was read is more than kLargestTotal.
  absl::StatusOr<std::optional<std::string>> Read(const std::string& name);

  static constexpr size_t kLargestPart = size_t{32} << 20;
  static constexpr size_t kLargestTotal = size_t{64} << 20;

 private:
  struct Closer {
    void operator()(void* archive) const;
  };
  std::unique_ptr<void, Closer> archive_;
  size_t read_ = 0;
};

// A copy of the archive in which entries have other bytes, new ones at its end; all others are copied as they are.
absl::StatusOr<std::string> ReplaceInZip(absl::string_view bytes, const std::map<std::string, std::string>& entries);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_ZIP_FILE_H_
