import Foundation
import ScratchDatabases

/// Office files for tests, part by part, as Word, Excel, PowerPoint and LibreOffice lay them out.
enum OfficeFiles {
    static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument"

    /// - Parameters:
    ///   - body: what stands within the body of the document.
    ///   - parts: more of its parts.
    static func docx(_ body: String, _ parts: [String: String] = [:]) async throws -> [UInt8] {
        try await package(
            main: "word/document.xml", type: "wordprocessingml.document",
            ["word/document.xml": "<w:document xmlns:w=\"\(word)\"><w:body>\(body)</w:body></w:document>"].merging(
                parts
            ) { $1 })
    }

    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// - Parameters:
    ///   - state: of its second sheet, ‘Names’.
    ///   - rows: what stands in its first, ‘Costs’, with what comes before the rows.
    static func xlsx(
        state: String = "visible", columns: String = "", rows: String = "", parts: [String: String] = [:]
    ) async throws -> [UInt8] {
        try await package(
            main: "xl/workbook.xml", type: "spreadsheetml.sheet",
            [
                "xl/workbook.xml": """
                <workbook xmlns="\(sheet)" xmlns:r="\(office)"><sheets><sheet name="Costs" sheetId="1" r:id="r1"/>\
                <sheet name="Names" sheetId="2" state="\(state)" r:id="r2"/></sheets></workbook>
                """,
                "xl/_rels/workbook.xml.rels": """
                <Relationships xmlns="\(relations)"><Relationship Id="r1" Type="\(office)/worksheet" \
                Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="\(office)/worksheet" \
                Target="worksheets/sheet2.xml"/></Relationships>
                """,
                "xl/worksheets/sheet1.xml":
                    "<worksheet xmlns=\"\(sheet)\">\(columns)<sheetData>\(rows)</sheetData></worksheet>",
                "xl/worksheets/sheet2.xml": "<worksheet xmlns=\"\(sheet)\"><sheetData/></worksheet>",
                "xl/styles.xml": """
                <styleSheet xmlns="\(sheet)"><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill>\
                <patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs>\
                <xf fontId="0" fillId="0"/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/></cellXfs></styleSheet>
                """,
            ].merging(parts) { $1 })
    }

    static func pptx(slide: String) async throws -> [UInt8] {
        try await package(
            main: "ppt/presentation.xml", type: "presentationml.presentation",
            ["ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": slide])
    }

    static func odt(_ text: String) async throws -> [UInt8] {
        let names = ["office", "text", "table", "style"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        return try await archive([
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": """
            <office:document-content \(names.joined(separator: " "))><office:body><office:text>\(text)</office:text>\
            </office:body></office:document-content>
            """,
        ])
    }

    static func package(main: String, type: String, _ parts: [String: String]) async throws -> [UInt8] {
        try await archive(
            [
                "[Content_Types].xml": """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
                ContentType="application/xml"/><Override PartName="/\(main)" ContentType="\(types).\(type).main+xml"/></Types>
                """,
                "_rels/.rels": """
                <Relationships xmlns="\(relations)"><Relationship Id="r1" Type="\(office)/officeDocument" \
                Target="\(main)"/></Relationships>
                """,
            ].merging(parts) { $1 })
    }

    static func archive(_ parts: [String: String]) async throws -> [UInt8] {
        let script = """
            import io, json, sys, zipfile
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in sorted(json.load(sys.stdin).items()):
                    archive.writestr(name, text)
            sys.stdout.buffer.write(file.getvalue())
            """
        return try await Tool.run("python3", ["-c", script], input: Array(try JSONEncoder().encode(parts)))
    }
}
