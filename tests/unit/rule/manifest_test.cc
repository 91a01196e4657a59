#include "rule/manifest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {

TEST_CASE("ParseManifest reads what is known of each document") {
  std::vector<Diagnostic> diagnostics;
  const auto manifest = ParseManifest("d/dossier.yaml", R"yaml(version: 1
documents:
  - path: draft.md
    role: draft
    published: 2025-07-15
  - path: wire.txt
    publisher: The Wire
    kind: primary
    status: withdrawn
    trust: high
  - {path: wire2.txt, supersedes: wire.txt, derived_from: [wire.txt]}
)yaml",
                                      diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(manifest.ok());
  const std::vector<ManifestEntry>& documents = manifest->documents;
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].info.role == Role::kDraft);
  CHECK(documents[0].info.published == absl::CivilDay(2025, 7, 15));
  CHECK(documents[0].at == LineColumn{3, 11});
  CHECK(documents[0].line_text == "  - path: draft.md");
  CHECK(documents[1].info.publisher == "The Wire");
  CHECK(documents[1].info.withdrawn);
  CHECK(documents[1].info.trust == "high");
  CHECK(documents[2].info.supersedes == std::vector<std::string>{"wire.txt"});
  CHECK(documents[2].info.derived_from == std::vector<std::string>{"wire.txt"});
}

TEST_CASE("every mistake of a manifest is found in one run") {
  std::vector<Diagnostic> diagnostics;
  const auto manifest = ParseManifest("d.yaml", R"yaml(version: 3
documents:
  - {path: a.txt, rol: draft}
  - {path: a.txt, role: drat}
  - {role: draft, published: 2025-02-30}
  - {path: b.txt, role: draft, supersedes: c.txt, derived_from: b.txt, kind: 1}
  - text
extra: 1
)yaml",
                                      diagnostics);
  REQUIRE(manifest.ok());  // and the documents that have a path are still there
  REQUIRE(manifest->documents.size() == 2);
  CHECK(manifest->documents[1].info.path == "b.txt");
  std::string got;
  for (const Diagnostic& d : diagnostics) {
    got += std::to_string(d.at.line) + ":" + std::to_string(d.at.column) + " " + d.message + "\n";
  }
  CHECK(got == R"(1:10 a manifest begins with 'version: 1'
3:19 unknown key 'rol'; did you mean 'role'?
4:12 the document 'a.txt' stands here twice
4:25 unknown role 'drat'; did you mean 'draft'?
5:5 a document has no 'path'
5:30 '2025-02-30' is no day; write it as 2025-07-15
6:25 a second draft; a dossier has one
6:44 unknown document 'c.txt'; did you mean 'a.txt'?
6:65 a document cannot stand in its own 'derived_from'
6:78 unknown kind '1'; known are primary, secondary, archive
7:5 a document must be a map of keys and values
8:1 unknown key 'extra'; known are version, documents
)");
}

}  // namespace crosscheck
