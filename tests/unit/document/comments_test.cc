#include "document/comments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace crosscheck {
namespace {

std::vector<std::string> CommentsOf(const std::string& path, const std::string& text) {
  DocumentInfo info;
  info.path = path;
  const absl::StatusOr<Document> document = Document::FromText(info, text);
  REQUIRE(document.ok());
  std::vector<std::string> out;
  for (const Comment& comment : document->comments()) {
    CHECK(document->Slice(comment.span).substr(0, 4) == "<!--");
    CHECK(document->Slice(comment.span).substr(comment.span.size() - 3) == "-->");
    out.push_back(comment.text);
  }
  return out;
}

TEST_CASE("comments are what the language takes for one, and nothing that only looks like one") {
  struct Case {
    const char* path;
    const char* text;
    std::vector<std::string> comments;
  };
  const Case cases[] = {
      {"a.md", "<!-- one -->\n\nText <!-- two --> goes on.\n", {"one", "two"}},
      {"a.md", "A line\n<!-- of\nthree\nlines --> and on.\n", {"of\nthree\nlines"}},
      {"a.md", "<!-- of\n\ntwo parts -->\n\nText.\n", {"of\n\ntwo parts"}},
      {"a.md", "Write `<!-- no -->` so.\n\n    <!-- nor this -->\n\n```\n<!-- nor that -->\n```\n", {}},
      {"a.md", "Escaped \\<!-- no -->\n", {}},
      {"a.md", "<div><!-- inside --><p>Text</p></div>\n", {"inside"}},
      {"a.md", "> <!-- quoted -->\n> text\n\n- <!-- listed -->\n  text\n", {"quoted", "listed"}},
      {"a.md", "Never closed <!-- so it is text\n", {}},
      {"a.html", "<!doctype html><p>One<!-- a --> two</p><!-- b --><script>'<!-- no -->'</script>", {"a", "b"}},
      {"a.html", "<p title='<!-- no -->'>One</p><textarea><!-- nor this --></textarea>", {}},
      {"a.html", "<!-- before --><html><body>x</body></html><!-- after -->", {"before", "after"}},
      {"a.txt", "<!-- plain text has none -->", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(CommentsOf(one.path, one.text) == one.comments);
  }
}

}  // namespace
}  // namespace crosscheck
