#include "cli/files.h"

#include <doctest/doctest.h>

namespace crosscheck {
namespace {

TEST_CASE("an ending is that of the name, in lower case") {
  CHECK(Ending("a/b.c/d.MD") == ".md");
  CHECK(Ending("a.b/name") == "");
  CHECK(Ending(".hidden") == "");
  CHECK(Ending("story.tar.gz") == ".gz");
}

TEST_CASE("paths of a manifest are joined to its folder") {
  CHECK(JoinPath(FolderOf("a/dossier.yaml"), "b.md") == "a/b.md");
  CHECK(JoinPath(FolderOf("dossier.yaml"), "b.md") == "b.md");
  CHECK(JoinPath(FolderOf("/dossier.yaml"), "b.md") == "/b.md");
  CHECK(JoinPath("a", "/b.md") == "/b.md");
}

}  // namespace
}  // namespace crosscheck
