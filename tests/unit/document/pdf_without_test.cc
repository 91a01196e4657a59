// In the stead of pdf_test.cc where the program is built without PDF.
#include <doctest/doctest.h>

#include "unit/document/office_files.h"
#include "unit/document/outline.h"

namespace crosscheck {

TEST_CASE("without PDF a PDF is refused by name") {
  CHECK(WhyUnread("wire.pdf", MakePdf({{{72, 700, 12, "The ferry sank."}}})) ==
        "is PDF, which this program was built without");
}

}  // namespace crosscheck
