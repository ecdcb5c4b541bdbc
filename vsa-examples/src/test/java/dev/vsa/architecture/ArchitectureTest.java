package dev.vsa.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies point one way only: between the modules, and between the packages inside them. */
class ArchitectureTest {

    private static final String[] NATIVE = {"org.bytedeco..", "ai.onnxruntime.."};
    private static final String[] PLAIN = {"java..", "org.jspecify.."};

    private static final DescribedPredicate<JavaClass> API = module("vsa-api");
    private static final DescribedPredicate<JavaClass> CORE = module("vsa-core");
    private static final DescribedPredicate<JavaClass> DETECTORS = module("vsa-detectors");
    private static final DescribedPredicate<JavaClass> EXAMPLES =
            describe("in vsa-examples", c -> c.getPackageName().startsWith("dev.vsa.examples"));

    private static JavaClasses all;

    @BeforeAll
    static void importEveryModule() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.vsa");
    }

    @Test
    void modulesAreToldApart() {
        assertThat(all).as("classes of vsa-api").anyMatch(API);
        assertThat(all)
                .as("classes outside every module")
                .allMatch(API.or(CORE).or(DETECTORS).or(EXAMPLES));
    }

    @Test
    void apiIsPlainJava() {
        check(classes().that(API).should().onlyDependOnClassesThat(API.or(resideInAnyPackage(PLAIN))));
    }

    @Test
    void detectorsKnowTheApiAlone() {
        check(classes()
                .that(DETECTORS)
                .should()
                .onlyDependOnClassesThat(DETECTORS.or(API).or(resideInAnyPackage(PLAIN))));
    }

    @Test
    void coreKnowsNeitherDetectorsNorExamples() {
        check(noClasses().that(CORE).should().dependOnClassesThat(DETECTORS.or(EXAMPLES)));
    }

    @Test
    void exportedCoreShowsNoNativeType() {
        Set<String> exported = exportedPackages("dev.vsa.core");
        check(classes()
                .that(CORE)
                .and(describe("exported", c -> exported.contains(c.getPackageName())))
                .should(showNo(resideInAnyPackage(NATIVE).as("a native type"))));
    }

    @Test
    void onlyTheEngineSeesTheEngine() {
        check(noClasses().that(CORE).and(not(inCore("engine"))).should().dependOnClassesThat(inCore("engine")));
    }

    @Test
    void packagesOfTheFlowLookUpstreamOnly() {
        check(noClasses().that(inCore("source")).should().dependOnClassesThat(inCore("perception", "alert", "sink")));
        check(noClasses().that(inCore("perception")).should().dependOnClassesThat(inCore("alert", "sink")));
        check(noClasses().that(inCore("alert")).should().dependOnClassesThat(inCore("sink")));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.vsa.(**)").should().beFreeOfCycles());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(all);
    }

    /** By where a class was loaded from, so that a package name gives nothing away and hides nothing. */
    private static DescribedPredicate<JavaClass> module(String name) {
        Pattern place = Pattern.compile("/" + name + "(/target/classes/|-[^/]*\\.jar!/)");
        return describe(
                "in " + name,
                c -> c.getBaseComponentType()
                        .getSource()
                        .map(source -> place.matcher(source.getUri().toString()).find())
                        .orElse(false));
    }

    private static DescribedPredicate<JavaClass> inCore(String... packages) {
        String[] patterns = Stream.of(packages).map(p -> "dev.vsa.." + p + "..").toArray(String[]::new);
        return CORE.and(resideInAnyPackage(patterns)).as("in vsa-core's " + String.join(", ", packages));
    }

    private static Set<String> exportedPackages(String module) {
        try {
            for (URL url :
                    Collections.list(ArchitectureTest.class.getClassLoader().getResources("module-info.class"))) {
                try (InputStream in = url.openStream()) {
                    ModuleDescriptor descriptor = ModuleDescriptor.read(in);
                    if (descriptor.name().equals(module)) {
                        return descriptor.exports().stream()
                                .filter(e -> !e.isQualified())
                                .map(ModuleDescriptor.Exports::source)
                                .collect(Collectors.toSet());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no module " + module + " on the class path");
    }

    private static ArchCondition<JavaClass> showNo(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("show no " + hidden.getDescription() + " in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isVisible(type)) {
                    return;
                }
                Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                        .forEach(shown -> report(type.getDescription(), shown, events));
                type.getMembers().stream()
                        .filter(member -> isVisible(member.getModifiers()))
                        .forEach(member ->
                                signature(member).forEach(shown -> report(member.getDescription(), shown, events)));
            }

            private void report(String where, JavaType shown, ConditionEvents events) {
                shown.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(hidden)
                        .forEach(bad ->
                                events.add(SimpleConditionEvent.violated(bad, where + " shows " + bad.getName())));
            }
        };
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getExceptionTypes().stream().map(JavaType.class::cast))
                    .flatMap(types -> types);
        }
        return Stream.of(((JavaField) member).getType());
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
