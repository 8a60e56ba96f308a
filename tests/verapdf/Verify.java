import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF over files, by its own library: a line for each file and flavour, and one for each rule that is broken. */
public class Verify {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                try (FileInputStream in = new FileInputStream(file);
                        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    System.out.println(file + "\t" + flavour.getId() + "\t" + (result.isCompliant() ? "holds" : "broken")
                            + "\t" + result.getTotalAssertions() + " assertions");
                    for (TestAssertion each : result.getTestAssertions()) {
                        System.out.println("\t" + each.getRuleId().getClause() + "\t" + each.getMessage());
                    }
                }
            }
        }
    }
}
