// How fast the program is, each figure as a ratio to something that is timed in the same run, so that it means the same
// on another machine. docs/performance.md says how to read it. Exits with 1 where a target is missed.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/child.h"
#include "bench/invented_news.h"

namespace crosscheck::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kTimes = 5;
constexpr const char* kProgram = CROSSCHECK_PROGRAM;

// A folder for the run's input, gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / absl::StrCat("crosscheck-bench-", getpid())) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string Write(const std::string& name, const std::string& text) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string Path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

bool Target(const char* what, double figure, double most) {
  const bool met = figure >= 0 && figure <= most;
  std::printf("  %-58s %8.2f   target: at most %.2f%s\n", what, figure, most, met ? "" : "   MISSED");
  return met;
}

bool Reading(const Folder& folder) {
  constexpr size_t kSize = 20'000'000;
  const std::string text = InventedNews(1).Pages(kSize);
  const std::string path = folder.Write("pages.txt", text);
  const double mentions = LeastChildSeconds({kProgram, "mentions", path}, kTimes);
  const double words = LeastChildSeconds({"wc", "-w", path}, kTimes);
  const double digits = LeastChildSeconds({"grep", "-c", "[0-9]", path}, kTimes);
  std::printf("mentions of %.1f MB of news\n", static_cast<double>(text.size()) * 1e-6);
  std::printf("  %-58s %8.1f MB/s\n", "mentions", static_cast<double>(text.size()) * 1e-6 / mentions);
  std::printf("  %-58s %8.1f\n", "times the time of grep -c '[0-9]'", mentions / digits);
  return Target("times the time of wc -w", mentions / words, 12);
}

bool Paragraphs(const Folder& folder) {
  constexpr size_t kSize = 1'000'000;
  InventedNews news(2);
  std::string small;
  std::string big;
  while (big.size() < kSize) {
    const std::string paragraph = news.Paragraph(1000);
    absl::StrAppend(&small, paragraph, "\n\n");
    absl::StrAppend(&big, big.empty() ? "" : " ", paragraph);
  }
  const std::string small_path = folder.Write("small.txt", small);
  const std::string big_path = folder.Write("big.txt", big);
  // What it takes to begin is not the text's.
  const double begin = LeastChildSeconds({kProgram, "mentions", folder.Write("nothing.txt", "Nothing.")}, kTimes);
  const double of_small = LeastChildSeconds({kProgram, "mentions", small_path}, 2 * kTimes) - begin;
  const double of_big = LeastChildSeconds({kProgram, "mentions", big_path}, 2 * kTimes) - begin;
  std::printf("one paragraph of 1 MB against paragraphs of 1 KB\n");
  return Target("times the time a byte", of_big / of_small, 1.2);
}

// `count` documents, four to an event.
void WriteDossier(const Folder& folder, const std::string& name, size_t count) {
  InventedNews news(3);
  for (size_t i = 0; i < count; ++i) {
    folder.Write(absl::StrCat(name, "/", i, ".txt"), news.Story(i / 4, 3000));
  }
}

bool Dossiers(const Folder& folder) {
  WriteDossier(folder, "few", 12);
  WriteDossier(folder, "many", 120);
  const std::vector<std::string> check = {kProgram, "check", "--fail-on", "never", "-j", "1"};
  const auto seconds = [&](const std::string& path) {
    std::vector<std::string> command = check;
    command.push_back(path);
    return LeastChildSeconds(command, kTimes);
  };
  const double begin = seconds(folder.Path("nothing.txt"));
  const double few = seconds(folder.Path("few")) - begin;
  const double many = seconds(folder.Path("many")) - begin;
  std::printf("a dossier of 120 documents against one of 12\n");
  return Target("times the time", many / few, 15);
}

bool Run() {
  const Folder folder;
  bool met = Reading(folder);
  met = Paragraphs(folder) && met;
  return Dossiers(folder) && met;
}

}  // namespace

}  // namespace crosscheck::bench

int main() { return crosscheck::bench::Run() ? 0 : 1; }
