#ifndef CROSSCHECK_TESTS_UNIT_TEMPORARY_PATH_H_
#define CROSSCHECK_TESTS_UNIT_TEMPORARY_PATH_H_

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace crosscheck {

// A path for the files of a test, in a folder of this process that goes when it ends: tests run beside each other, each
// case in a process of its own.
inline std::filesystem::path TemporaryPath(const std::string& name) {
  struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("crosscheck-test-" + std::to_string(getpid()))) {
      std::filesystem::remove_all(path);
      std::filesystem::create_directories(path);
    }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
  };
  static const Folder kFolder;
  return kFolder.path / name;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_TEMPORARY_PATH_H_
