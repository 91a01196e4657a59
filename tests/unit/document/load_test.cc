#include "document/load.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace crosscheck {

TEST_CASE("ReadFileBytes reads a file as it is, and tells a missing, a forbidden and no file apart") {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("crosscheck_load_test_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const std::string file = folder / "story.txt";
  const std::string bytes = std::string("line\r\n\0end", 10) + std::string(200'000, 'x');
  std::ofstream(file, std::ios::binary) << bytes;
  const auto read = ReadFileBytes(file);
  REQUIRE(read.ok());
  CHECK(*read == bytes);
  CHECK(ReadFileBytes(folder / "none.txt").status().code() == absl::StatusCode::kNotFound);
  CHECK(ReadFileBytes(file + "/none").status().code() == absl::StatusCode::kNotFound);
  CHECK(ReadFileBytes(folder).status().code() == absl::StatusCode::kInvalidArgument);
  chmod(file.c_str(), 0);
  // The superuser may read everything.
  if (geteuid() != 0) CHECK(ReadFileBytes(file).status().code() == absl::StatusCode::kPermissionDenied);
  std::filesystem::remove_all(folder);
}

}  // namespace crosscheck
