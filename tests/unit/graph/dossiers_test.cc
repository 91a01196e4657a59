// Whole dossiers of fixtures/graph, in the project's own words, against the reports that are expected of them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "cli/run_cli.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

const char* const kFolder = CROSSCHECK_SOURCE_DIR "/fixtures/graph/";

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Check(const std::string& dossier, const std::string& format, int& code) {
  std::istringstream in;
  std::ostringstream out, err;
  code = RunCli({"check", "--no-standard-rules", "--rules", absl::StrCat(kFolder, "rules.yaml"), "--fail-on", "never",
                 "--format", format, absl::StrCat(kFolder, dossier)},
                CliStreams{in, out, err, false});
  CHECK(err.str() == "");
  return absl::StrReplaceAll(out.str(), {{absl::StrCat(kFolder, dossier, "/"), ""}});
}

TEST_CASE("the dossiers of fixtures/graph give the reports that stand beside them") {
  // To write them anew after a change that was meant: CROSSCHECK_WRITE_EXPECTED=1 build/release/tests/crosscheck_tests
  // -tc="the dossiers of*", and read the difference.
  const bool write = std::getenv("CROSSCHECK_WRITE_EXPECTED") != nullptr;
  size_t dossiers = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder)) {
    if (!entry.is_directory()) continue;
    ++dossiers;
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    for (const std::string format : {"text", "outline"}) {
      int code = 0;
      const std::string report = Check(name, format, code);
      CHECK(code == 0);
      const fs::path expected = entry.path() / absl::StrCat("expected.", format);
      if (write) std::ofstream(expected, std::ios::binary) << report;
      CHECK(report == ReadAll(expected));
    }
  }
  CHECK(dossiers >= 12);
}

TEST_CASE("a draft that has what the later version of its source dropped is told so") {
  int code = 0;
  const std::string json = Check("dropped", "json", code);
  CHECK(json.find("no source states it; early.md did, which late.md replaced") != std::string::npos);
}

TEST_CASE("the pictures of a dossier hold what its outline says") {
  int code = 0;
  const std::string dot = Check("copies", "dot", code);
  CHECK(dot.rfind("digraph", 0) == 0);
  CHECK(dot.find("label=\"83% copied\"") != std::string::npos);
  CHECK(dot.find("3 documents, 1 voice") != std::string::npos);
  const std::string svg = Check("copies", "svg", code);
  CHECK(svg.rfind("<svg ", 0) == 0);
  CHECK(svg.find("3 documents, 1 voice") != std::string::npos);
  CHECK(svg.find("<desc id=\"desc\">documents\n  draft.txt (draft)") != std::string::npos);
  CHECK(svg.find("by day</text>") != std::string::npos);
  CHECK(svg.substr(svg.size() - 7) == "</svg>\n");
  CHECK(Check("bridge", "svg", code).find("fits too") != std::string::npos);
  CHECK(Check("bridge", "dot", code).find("style=dotted") != std::string::npos);
}

}  // namespace
}  // namespace crosscheck
