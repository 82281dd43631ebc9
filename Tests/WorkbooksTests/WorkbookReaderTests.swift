import Foundation
import ScratchDatabases
import Testing

@testable import Workbooks

@Suite("Excel workbooks", .enabled(if: Workshop.python != nil, "no private Python with python-calamine in .press"))
struct WorkbookReaderTests {
    private func read(_ file: [UInt8]) async throws -> WorkbookReader.Sheet {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(file)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await WorkbookReader(python: Workshop.python).sheet(at: path)
    }

    private func text(_ sheet: WorkbookReader.Sheet) -> String { String(decoding: sheet.csv, as: UTF8.self) }

    @Test("numbers, words and days come as a person would type them, lines as they are numbered in Excel")
    func cells() async throws {
        let file = try await Workshop.workbook(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Where</t></is></c><c r="B1" t="inlineStr"><is><t>When</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>How many</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>E01024657, &quot;A&quot;</t></is></c><c r="B3" s="1"><v>42103</v></c>\
            <c r="C3"><v>3</v></c></row>
            """)
        let sheet = try await read(file)
        #expect(sheet.name == "Data")
        #expect(text(sheet) == "Where,When,How many\n\n\"E01024657, \"\"A\"\"\",2015-04-09,3\n")
    }

    @Test("what Excel does not show is told: a hidden sheet with something on it, and comments")
    func hidden() async throws {
        let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        let sheet = try await read(try await Workshop.workbook(rows, hiding: rows))
        #expect(text(sheet) == "1\n")
        #expect(sheet.hidden == ["Working"] && sheet.hasComments)
        let bare = try await read(try await Workshop.workbook(rows, hiding: ""))
        #expect(bare.hidden.isEmpty && bare.others.isEmpty)
    }

    @Test("rows that are hidden are read, and it is told how many there are, and whether a filter is there")
    func hiddenRows() async throws {
        let rows = """
            <row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>\
            <row r="3" hidden="true"><c r="A3"><v>3</v></c></row><row r="4" hidden="1"/>
            """
        let sheet = try await read(try await Workshop.workbook(rows, after: "<autoFilter ref=\"A1:A3\"/>"))
        #expect(text(sheet) == "1\n2\n3\n")
        #expect(sheet.hiddenRows == 2 && sheet.isFiltered)
        let none = try await read(try await Workshop.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"))
        #expect(none.hiddenRows == 0 && !none.isFiltered && none.errors.number == 0 && none.unsaved.number == 0)
    }

    @Test("a formula without a saved value and an error are named by their cells, and stand in them")
    func withoutValue() async throws {
        let rows = """
            <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>\
            <c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="e"><f>NA()</f><v>#N/A</v></c><c r="F1"><v>9</v></c></row>
            """
        let sheet = try await read(try await Workshop.workbook(rows))
        let unsaved = "(a formula without a saved value)"
        #expect(text(sheet) == "2,\(unsaved),\(unsaved),,#N/A,9\n")
        #expect(sheet.unsaved == .init(first: ["B1", "C1"], number: 2))
        #expect(sheet.errors == .init(first: ["E1"], number: 1))
    }

    @Test("a workbook of before 2007, and one with a password, are told from what is no workbook")
    func compound() {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(WorkbookReader.refusal(of: compound)?.problem.contains("before 2007 (.xls)") == true)
        let locked = compound + Array("EncryptedPackage".data(using: .utf16LittleEndian) ?? Data())
        #expect(WorkbookReader.refusal(of: locked)?.problem == "it is locked with a password")
        #expect(WorkbookReader.refusal(of: Array("a,b\n".utf8)) == nil)
    }

    @Test("what the reader of workbooks says of a damaged one is not shown as it says it")
    func damaged() async throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        let file = try await Workshop.workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>", before: bomb)
        do {
            let sheet = try await read(file)
            #expect(!text(sheet).contains("root:"))
        } catch let refusal as WorkbookReader.Refusal {
            #expect(refusal.problem.contains("a part of it is damaged") && !refusal.problem.contains("entity"))
        }
    }

    @Test("days that are counted from 1904 are the same days")
    func macintosh() async throws {
        let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>40641</v></c></row>"
        let sheet = try await read(try await Workshop.workbook(rows, from1904: true))
        #expect(text(sheet) == "2015-04-09\n" && sheet.countsFrom1904)
    }

    @Test("merged cells are refused with their place: it is not clear which row their value is of")
    func merged() async throws {
        let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
        let file = try await Workshop.workbook(rows, merging: "A1:A2")
        let refusal = await #expect(throws: WorkbookReader.Refusal.self) { try await read(file) }
        #expect(refusal?.problem.contains("cells A1:A2 of its sheet ‘Data’ are merged") == true)
    }

    @Test("a sheet with too many columns is refused with how many it has")
    func wide() async throws {
        let cells = String(repeating: "<c><v>1</v></c>", count: 300)
        let file = try await Workshop.workbook("<row r=\"1\">\(cells)</row><row r=\"2\"><c><v>2</v></c></row>")
        let refusal = await #expect(throws: WorkbookReader.Refusal.self) { try await read(file) }
        #expect(refusal?.problem.contains("has 2 rows and 300 columns, more than") == true, "\(refusal?.problem ?? "")")
        let one = try await Workshop.workbook("<row r=\"1\">\(cells)</row>")
        let other = await #expect(throws: WorkbookReader.Refusal.self) { try await read(one) }
        #expect(other?.problem.contains("has 1 row and 300 columns") == true, "\(other?.problem ?? "")")
    }

    @Test("what would unpack to far more than a table is refused before it is unpacked")
    func bomb() async throws {
        let file = try await Workshop.archive(["xl/worksheets/sheet1.xml": "500 MB of nothing"], zeros: 500 << 20)
        let refusal = await #expect(throws: WorkbookReader.Refusal.self) { try await read(file) }
        #expect(refusal?.problem == "it would unpack to more than a table of figures is")
    }

    @Test("what is no workbook, or a damaged one, is refused with what to do", arguments: ["", "PK", "a,b\n1,2\n"])
    func noWorkbook(text: String) async throws {
        let refusal = await #expect(throws: WorkbookReader.Refusal.self) { try await read(Array(text.utf8)) }
        #expect(refusal?.advice.contains("CSV UTF-8") == true)
        let whole = try await Workshop.workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        await #expect(throws: WorkbookReader.Refusal.self) { try await read(Array(whole.prefix(whole.count / 2))) }
    }

    @Test("where there is nothing to read workbooks with, that is said")
    func unavailable() async throws {
        await #expect(throws: WorkbookReader.Refusal.unavailable) {
            try await WorkbookReader(python: nil).sheet(at: "/nowhere")
        }
    }
}

/// Makes workbooks for tests, part by part, as Excel lays them out.
enum Workshop {
    /// The private Python, if it can read workbooks.
    static let python: String? = {
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL
        let python = root.appending(path: ".press/bin/python").path
        let packages = root.appending(path: ".press/lib")
        let names = FileManager.default.enumerator(atPath: packages.path)?.compactMap { $0 as? String } ?? []
        return names.contains { $0.hasSuffix("python_calamine") } ? python : nil
    }()

    /// - Parameters:
    ///   - hidden: the rows of a second sheet, which is hidden, and has comments.
    ///   - more: what follows the rows of the first.
    ///   - declared: what stands before its first element.
    static func workbook(
        _ rows: String, from1904: Bool = false, merging cells: String? = nil, hiding hidden: String? = nil,
        after more: String = "", before declared: String = ""
    ) async throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let merged = cells.map { "<mergeCells count=\"1\"><mergeCell ref=\"\($0)\"/></mergeCells>" } ?? ""
        let second = hidden == nil ? "" : "<sheet name=\"Working\" sheetId=\"2\" state=\"veryHidden\" r:id=\"r3\"/>"
        var parts = [
            "[Content_Types].xml": """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/></Types>
            """,
            "_rels/.rels": """
            <?xml version="1.0"?><Relationships xmlns="\(package)"><Relationship Id="r1" \
            Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """,
            "xl/workbook.xml": """
            <?xml version="1.0"?><workbook xmlns="\(main)" xmlns:r="\(office)"><workbookPr date1904="\(from1904 ? 1 : 0)"/>\
            <sheets><sheet name="Data" sheetId="1" r:id="r1"/>\(second)</sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": """
            <?xml version="1.0"?><Relationships xmlns="\(package)"><Relationship Id="r1" Type="\(office)/worksheet" \
            Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="\(office)/styles" Target="styles.xml"/>\
            <Relationship Id="r3" Type="\(office)/worksheet" Target="worksheets/sheet2.xml"/>\
            </Relationships>
            """,
            "xl/styles.xml": """
            <?xml version="1.0"?><styleSheet xmlns="\(main)"><cellXfs count="2"><xf numFmtId="0"/>\
            <xf numFmtId="14"/></cellXfs></styleSheet>
            """,
            "xl/worksheets/sheet1.xml": """
            <?xml version="1.0"?>\(declared)<worksheet xmlns="\(main)"><sheetData>\(rows)</sheetData>\(more)\(merged)</worksheet>
            """,
        ]
        if let hidden {
            parts["xl/worksheets/sheet2.xml"] =
                "<?xml version=\"1.0\"?><worksheet xmlns=\"\(main)\"><sheetData>\(hidden)</sheetData></worksheet>"
            parts["xl/comments1.xml"] = "<comments/>"
        }
        return try await archive(parts)
    }

    /// - Parameter zeros: bytes of nothing in place of each part, where there are any.
    static func archive(_ parts: [String: String], zeros: Int = 0) async throws -> [UInt8] {
        let script = """
            import io, json, sys, zipfile
            parts, zeros = json.load(sys.stdin), int(sys.argv[1])
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in parts.items():
                    archive.writestr(name, bytes(zeros) if zeros else text)
            sys.stdout.buffer.write(file.getvalue())
            """
        return try await Tool.run(
            "python3", ["-c", script, "\(zeros)"], input: Array(try JSONEncoder().encode(parts)))
    }
}
