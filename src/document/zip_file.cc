#include "document/zip_file.h"

#include <zip.h>

#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

absl::Status Broken(absl::string_view what) { return absl::InvalidArgumentError(what); }

constexpr zip_int64_t kNone = -1;

}  // namespace

void ZipFile::Closer::operator()(void* archive) const { zip_discard(static_cast<zip_t*>(archive)); }

absl::StatusOr<ZipFile> ZipFile::Open(absl::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string why = archive == nullptr ? zip_error_strerror(&error) : "";
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return Broken(absl::StrCat("is no zip archive, or one that was cut short (", why, ")"));
  }
  ZipFile out;
  out.archive_.reset(archive);
  return out;
}

absl::StatusOr<std::optional<std::string>> ZipFile::Read(const std::string& name) {
  auto* archive = static_cast<zip_t*>(archive_.get());
  const zip_int64_t index = zip_name_locate(archive, name.c_str(), ZIP_FL_ENC_GUESS);
  if (index == kNone) return std::optional<std::string>();
  zip_stat_t stat;
  if (zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
    return Broken(absl::StrCat("has a broken part '", name, "'"));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return Broken("is encrypted");
  }
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0), zip_fclose);
  if (file == nullptr) return Broken(absl::StrCat("has a broken part '", name, "': ", zip_strerror(archive)));
  std::string out;
  char buffer[1 << 16];
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), buffer, sizeof buffer);
    if (count < 0) return Broken(absl::StrCat("has a broken part '", name, "': ", zip_file_strerror(file.get())));
    if (count == 0) return std::optional<std::string>(std::move(out));
    out.append(buffer, static_cast<size_t>(count));
    read_ += static_cast<size_t>(count);
    // What the archive says of sizes is not asked: a zip bomb lies.
    if (out.size() > kLargestPart || read_ > kLargestTotal) {
      return Broken(absl::StrCat("unfolds to more than ", (read_ > kLargestTotal ? kLargestTotal : kLargestPart) >> 20,
                                 " MiB (part '", name, "')"));
    }
  }
}

absl::StatusOr<std::string> ReplaceInZip(absl::string_view bytes, const std::map<std::string, std::string>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return absl::InternalError("no memory for the copy");
  zip_source_keep(source);  // the archive's own hold ends with it
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(source, zip_source_free);
  zip_t* archive = zip_open_from_source(source, 0, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return Broken(why);
  }
  // One time for all that is written: that of an entry that was there, so that no clock is read.
  zip_stat_t first;
  zip_stat_init(&first);
  if (zip_stat_index(archive, 0, 0, &first) != 0) first.mtime = 0;
  for (const auto& [name, text] : entries) {
    zip_source_t* data = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t index =
        data == nullptr ? kNone : zip_file_add(archive, name.c_str(), data, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
    if (index == kNone || zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), first.mtime, 0) != 0) {
      const std::string why = zip_strerror(archive);
      if (index == kNone && data != nullptr) zip_source_free(data);
      zip_discard(archive);
      return absl::InternalError(why);
    }
  }
  if (zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    return absl::InternalError(why);
  }
  if (zip_source_open(source) != 0) return absl::InternalError("the copy cannot be read");
  std::string out;
  char buffer[1 << 16];
  zip_int64_t count = 0;
  while ((count = zip_source_read(source, buffer, sizeof buffer)) > 0) {
    out.append(buffer, static_cast<size_t>(count));
  }
  zip_source_close(source);
  if (count < 0) return absl::InternalError("the copy cannot be read to its end");
  return out;
}

}  // namespace crosscheck
