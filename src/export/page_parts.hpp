// The files of src/export/page/, compiled in.
#pragma once

#include <string_view>

namespace relata::detail {

extern const std::string_view kPageHtml;
extern const std::string_view kPageCss;
extern const std::string_view kPageZoomJs;  ///< d3-zoom, bundled by scripts/bundle_page.sh
extern const std::string_view kPageModelJs;
extern const std::string_view kPageShapesJs;
extern const std::string_view kPagePictureJs;
extern const std::string_view kPageElementsJs;
extern const std::string_view kPageRowsJs;
extern const std::string_view kPageDetailsJs;
extern const std::string_view kPagePanelJs;
extern const std::string_view kPageFiltersJs;
extern const std::string_view kPageMainJs;

}  // namespace relata::detail
